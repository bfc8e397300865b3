package io.faceservice.application.port;

import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.List;
import java.util.Optional;

/**
 * The system of record: who is enrolled, with which faces, made of which images. The gallery can be
 * rebuilt from it.
 *
 * <p>A subject of a source has one or several reference faces; each keeps its last {@value
 * #VERSIONS_KEPT} versions, of which the newest is the current one. Identifiers, texts, images and
 * embeddings come back exactly as they were given. What a call wrote is durable when it returns, is
 * seen by every call that starts after it, and is wholly there or not at all.
 *
 * <p><b>Two stores, one truth.</b> Whoever changes the record makes the gallery follow: {@link
 * #record} or {@link #remove}, then the gallery, then {@link #complete}. When the gallery fails, an
 * enrolment is taken back with {@link #withdraw}, while a removal stands and is carried through
 * later. A crash in between leaves the intent, which {@link Intent} tells how to settle.
 *
 * <p>A store serves one model pack. The template of a version is the one that this pack made, if it
 * has one, else the one it was enrolled with, whose model then tells that it cannot be compared.
 *
 * <p>Safe for use by many threads. Changes of one subject happen one after the other, in some
 * order; whoever also needs the gallery to follow in that order holds a lock around both. Any
 * method throws {@link BackendException} when the store fails.
 */
public interface ImageStore extends Backend {

  /** How many versions of a reference face are kept, the current one included. */
  int VERSIONS_KEPT = 5;

  /**
   * Records a new version of a reference face, at once the current one, and the intent to make it
   * searchable. The version that falls out is deleted only when the intent is completed.
   */
  Intent.ToEnrol record(Enrolment enrolment);

  /**
   * Takes the version back that was recorded with this intent: the version before it is current
   * again, or the face is absent. The intent is unfinished from here on, even if it was completed.
   * Does nothing to a version that is gone already.
   */
  void withdraw(Intent.ToEnrol intent);

  /**
   * Keeps a further template of a version, made of its picture by another model pack than it was
   * enrolled with, beside those it has; one of the same model is replaced. Writes the intent to
   * make the face searchable by it. Returns empty, and writes nothing, if the version is gone.
   */
  Optional<Intent.ToEnrol> addTemplate(ReferenceKey reference, int version, FaceTemplate template);

  /**
   * Deletes all faces of a subject, every version and image of them, for good, and writes the
   * intent to make the gallery forget them. Returns empty, and writes nothing, if there are none.
   */
  Optional<Intent.ToRemove> remove(SubjectKey subject);

  /** Deletes one reference face as {@link #remove(SubjectKey)} deletes all. */
  Optional<Intent.ToRemove> remove(ReferenceKey reference);

  /**
   * Notes that the gallery agrees with the record about an intent's references. After the
   * completion of a removal no trace of its images, templates and names is left in the store's
   * files, as far as the store can reach. Completing twice is no error.
   */
  void complete(Intent intent);

  /** The intents not completed, oldest first; those of calls still running are among them. */
  List<Intent> unfinished();

  /** The current versions of a subject's faces, first enrolled first; empty if it is absent. */
  List<EnrolledFace> current(SubjectKey subject);

  /** The current version of one reference face, or empty if it is absent. */
  Optional<EnrolledFace> current(ReferenceKey reference);

  /** The versions kept of a reference face, newest first; empty if it is absent. */
  List<EnrolledFace> versions(ReferenceKey reference);

  /** What a version rests on, or empty if it is absent or no longer kept. */
  Optional<Evidence> evidence(ReferenceKey reference, int version);

  /**
   * The current versions of all reference faces, first enrolled first. A face that is there from
   * the first page to the last is on exactly one of them, whatever comes and goes meanwhile; one
   * enrolled again keeps its place.
   *
   * @param limit how many at most, at least 1
   * @throws io.faceservice.domain.biometric.InvalidInputException naming {@code cursor} for a
   *     cursor that this listing never gave
   */
  Page<EnrolledFace> scan(Cursor after, int limit);

  /** The same of the faces of one source. A cursor is good for both. */
  Page<EnrolledFace> scan(Source source, Cursor after, int limit);

  /**
   * The subjects of one source, ordered by the code points of their identifiers.
   *
   * @param limit how many at most, at least 1
   */
  Page<EnrolledSubject> subjects(Source source, Cursor after, int limit);

  /** The sources in which anyone is enrolled, ordered by the code points of their names. */
  List<SourceCount> sources();
}
