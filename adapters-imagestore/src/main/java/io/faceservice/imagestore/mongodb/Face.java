package io.faceservice.imagestore.mongodb;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One reference face of a subject.
 *
 * @param place in the order of enrolment among all faces
 * @param last the number last given to a version, which may be gone
 * @param versions newest first, not empty while the face is enrolled
 */
record Face(ReferenceKey key, long place, int last, List<Version> versions) {
  Face {
    versions = List.copyOf(versions);
  }

  static Face at(long place, ReferenceKey key) {
    return new Face(key, place, 0, List.of());
  }

  Version current() {
    return versions.getFirst();
  }

  Optional<Version> version(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  Face recorded(Enrolment enrolment, String intent, String upload) {
    int number = last + 1;
    var enrolled = new EnrolledFace(enrolment.reference(), number, enrolment.enrolledAt());
    var version = new Version(enrolled, List.of(), intent, upload);
    return new Face(
        key, place, number, Stream.concat(Stream.of(version), versions.stream()).toList());
  }

  Face withdrawn(String intent) {
    return with(versions.stream().filter(version -> !version.intent().equals(intent)).toList());
  }

  Face trimmed() {
    return with(versions.stream().limit(ImageStore.VERSIONS_KEPT).toList());
  }

  Face mapping(UnaryOperator<Version> change) {
    return with(versions.stream().map(change).toList());
  }

  private Face with(List<Version> kept) {
    return new Face(key, place, last, kept);
  }

  /** Where the evidence of its versions was uploaded to. */
  Stream<String> uploads() {
    return versions.stream().filter(Version::isUploaded).map(Version::upload);
  }
}
