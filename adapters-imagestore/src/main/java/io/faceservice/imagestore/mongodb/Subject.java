package io.faceservice.imagestore.mongodb;

import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that is known of a subject: what one document holds, and so what changes at once or not at
 * all. Each method that changes something returns the subject as it is afterwards.
 *
 * @param faces in the order of enrolment; none of a subject that was removed
 * @param intents not completed
 * @param debris what no face refers to any more
 * @param old documents of the first generation about this subject; a version whose evidence is in
 *     an old document means the first
 */
record Subject(
    SubjectKey key, List<Face> faces, List<Intent> intents, Debris debris, List<OldPlace> old) {
  Subject {
    faces = faces.stream().sorted(Comparator.comparingLong(Face::place)).toList();
    intents = List.copyOf(intents);
    old = List.copyOf(old);
  }

  static Subject unknown(SubjectKey key) {
    return new Subject(key, List.of(), List.of(), Debris.NONE, List.of());
  }

  /** Whether there is nothing left to remember. */
  boolean isForgotten() {
    return faces.isEmpty() && intents.isEmpty();
  }

  Optional<Face> face(ReferenceKey reference) {
    return faces.stream().filter(face -> face.key().equals(reference)).findFirst();
  }

  /** Records a version; the stamp is the intent's number and, of a new face, its place. */
  Subject recorded(Enrolment enrolment, long stamp, String upload) {
    ReferenceKey reference = enrolment.reference().key();
    var intent = new Intent.ToEnrol(id(stamp), reference);
    Face face =
        face(reference)
            .orElseGet(() -> Face.at(stamp, reference))
            .recorded(enrolment, intent.id().value(), upload);
    Stream<Face> others = faces.stream().filter(other -> !other.key().equals(reference));
    return with(Stream.concat(others, Stream.of(face)).toList()).with(intent);
  }

  Subject withdrawn(Intent.ToEnrol intent) {
    return changed(intent.reference(), face -> face.withdrawn(intent.id().value())).with(intent);
  }

  /** Adds a template, or returns empty if there is no such version. */
  Optional<Subject> templated(
      ReferenceKey reference, int number, FaceTemplate template, long stamp) {
    return face(reference)
        .flatMap(face -> face.version(number))
        .map(
            there ->
                changed(
                        reference,
                        face -> face.mapping(v -> v.equals(there) ? v.with(template) : v))
                    .with(new Intent.ToEnrol(id(stamp), reference)));
  }

  /** Removes faces, or returns empty if there are none. */
  Optional<Subject> removed(Predicate<Face> which, long stamp) {
    List<ReferenceKey> gone = faces.stream().filter(which).map(Face::key).toList();
    if (gone.isEmpty()) {
      return Optional.empty();
    }
    Subject rest = with(faces.stream().filter(which.negate()).toList());
    return Optional.of(rest.with(new Intent.ToRemove(id(stamp), gone)));
  }

  /** Drops the versions that fell out. */
  Subject trimmed(List<ReferenceKey> references) {
    Subject subject = this;
    for (ReferenceKey reference : references) {
      subject = subject.changed(reference, Face::trimmed);
    }
    return subject;
  }

  /** Forgets a completed intent, and the debris that was deleted. */
  Subject completed(Intent.Id intent) {
    List<Intent> rest = intents.stream().filter(other -> !other.id().equals(intent)).toList();
    return new Subject(key, faces, rest, Debris.NONE, old);
  }

  /** With evidence at places of this store's own, so that no old document is needed any more. */
  Subject moved(UnaryOperator<Version> toUploads) {
    List<Face> own = faces.stream().map(face -> face.mapping(toUploads)).toList();
    var documents = new Debris(List.of(), List.of(), old);
    return new Subject(key, own, intents, debris.and(documents), List.of());
  }

  Subject alsoIn(OldPlace place) {
    return new Subject(
        key, faces, intents, debris, Stream.concat(old.stream(), Stream.of(place)).toList());
  }

  private static Intent.Id id(long stamp) {
    return new Intent.Id(Long.toString(stamp));
  }

  private Subject changed(ReferenceKey reference, UnaryOperator<Face> change) {
    return with(
        faces.stream()
            .map(face -> face.key().equals(reference) ? change.apply(face) : face)
            .filter(face -> !face.versions().isEmpty())
            .toList());
  }

  /** With other faces; what the ones there were refer to and these do not becomes debris. */
  private Subject with(List<Face> next) {
    List<String> uploads = next.stream().flatMap(Face::uploads).toList();
    List<Long> places = next.stream().map(Face::place).toList();
    var dropped =
        new Debris(
            faces.stream().flatMap(Face::uploads).filter(u -> !uploads.contains(u)).toList(),
            faces.stream().map(Face::place).filter(p -> !places.contains(p)).toList(),
            next.isEmpty() ? old : List.of());
    return new Subject(key, next, intents, debris.and(dropped), next.isEmpty() ? List.of() : old);
  }

  private Subject with(Intent intent) {
    Stream<Intent> others = intents.stream().filter(other -> !other.id().equals(intent.id()));
    return new Subject(key, faces, Stream.concat(others, Stream.of(intent)).toList(), debris, old);
  }
}
