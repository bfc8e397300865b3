package io.faceservice.imagestore.mongodb;

import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import java.util.List;
import java.util.stream.Stream;

/**
 * One version of a reference face.
 *
 * @param enrolled as it was enrolled
 * @param others templates that other model packs made of it later
 * @param intent it was recorded with
 * @param upload where its evidence is, or {@link #IN_OLD_DOCUMENT} or {@link #NOWHERE}
 */
record Version(EnrolledFace enrolled, List<FaceTemplate> others, String intent, String upload) {
  /** The evidence is still in the first generation's document. */
  static final String IN_OLD_DOCUMENT = "";

  /** The first generation's evidence was not readable. */
  static final String NOWHERE = "-";

  Version {
    others = List.copyOf(others);
  }

  int number() {
    return enrolled.version();
  }

  boolean isUploaded() {
    return !upload.equals(IN_OLD_DOCUMENT) && !upload.equals(NOWHERE);
  }

  Version with(FaceTemplate template) {
    var reference = enrolled.reference();
    if (template.model().equals(reference.template().model())) {
      return new Version(enrolledAs(template), others, intent, upload);
    }
    Stream<FaceTemplate> kept =
        others.stream().filter(other -> !other.model().equals(template.model()));
    return new Version(enrolled, Stream.concat(kept, Stream.of(template)).toList(), intent, upload);
  }

  Version withUpload(String place) {
    return new Version(enrolled, others, intent, place);
  }

  EnrolledFace servedTo(ModelId model) {
    return others.stream()
        .filter(other -> other.model().equals(model))
        .findFirst()
        .map(this::enrolledAs)
        .orElse(enrolled);
  }

  private EnrolledFace enrolledAs(FaceTemplate template) {
    BiometricReference reference = enrolled.reference();
    return new EnrolledFace(
        new BiometricReference(reference.key(), template, reference.createdAt()),
        enrolled.version(),
        enrolled.enrolledAt());
  }
}
