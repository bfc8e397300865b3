package io.faceservice.application.migrate;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Copies a record into another: every face with its kept versions, their images and times. What has
 * arrived already is passed over, so an interrupted copy is continued by starting it again. The
 * gallery beside the other record has to be filled from it afterwards.
 */
public final class CopyRecord {
  private static final int PAGE = 100;

  private final ImageStore from;
  private final ImageStore to;

  public CopyRecord(ImageStore from, ImageStore to) {
    this.from = from;
    this.to = to;
  }

  /**
   * What was copied.
   *
   * @param faces how many faces there are to copy
   * @param versions how many versions had to be written
   * @param finished false if it was interrupted before the end
   */
  public record Outcome(long faces, long versions, boolean finished) {}

  /**
   * Copies until all is there or the thread is interrupted.
   *
   * @param progress told how many faces are done
   * @throws io.faceservice.application.port.BackendException if one of the stores fails
   */
  public Outcome copy(LongConsumer progress) {
    long faces = 0;
    long versions = 0;
    Page<EnrolledFace> page = from.scan(Cursor.START, PAGE);
    while (!page.entries().isEmpty()) {
      for (EnrolledFace face : page.entries()) {
        if (Thread.currentThread().isInterrupted()) {
          return new Outcome(faces, versions, false);
        }
        versions += copy(face.key());
        progress.accept(++faces);
      }
      page = from.scan(page.next(), PAGE);
    }
    return new Outcome(faces, versions, true);
  }

  private int copy(ReferenceKey face) {
    List<EnrolledFace> wanted = from.versions(face).reversed();
    List<EnrolledFace> there = to.versions(face).reversed();
    int copied = arrived(wanted, there);
    if (copied < 0) {
      to.remove(face).ifPresent(to::complete);
      copied = 0;
    }
    int written = 0;
    for (EnrolledFace version : wanted.subList(copied, wanted.size())) {
      Optional<Evidence> evidence = from.evidence(face, version.version());
      if (evidence.isPresent()) {
        to.complete(
            to.record(new Enrolment(version.reference(), evidence.get(), version.enrolledAt())));
        written++;
      }
    }
    return written;
  }

  /** How many of the wanted versions are there, oldest first; −1 if others are among them. */
  private static int arrived(List<EnrolledFace> wanted, List<EnrolledFace> there) {
    if (there.size() > wanted.size()) {
      return -1;
    }
    for (int i = 0; i < there.size(); i++) {
      boolean same =
          there.get(i).reference().equals(wanted.get(i).reference())
              && there.get(i).enrolledAt().equals(wanted.get(i).enrolledAt());
      if (!same) {
        return -1;
      }
    }
    return there.size();
  }

  /**
   * Forgets what is in the other record alone: whoever was removed since an earlier copy.
   *
   * @return how many faces
   * @throws io.faceservice.application.port.BackendException if one of the stores fails
   */
  public long forgetExtra() {
    long extra = 0;
    Page<EnrolledFace> page = to.scan(Cursor.START, PAGE);
    while (!page.entries().isEmpty()) {
      for (EnrolledFace face : page.entries()) {
        if (from.current(face.key()).isEmpty()) {
          to.remove(face.key()).ifPresent(to::complete);
          extra++;
        }
      }
      page = to.scan(page.next(), PAGE);
    }
    return extra;
  }
}
