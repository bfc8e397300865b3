package io.faceservice.application.testkit;

import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import java.time.Instant;
import java.util.Random;

/** Made-up enrolments: which one depends on a seed alone. The images are no pictures. */
public final class Enrolments {
  /** The model pack that made the templates. */
  public static final ModelId MODEL = new ModelId("made-up-1");

  private Enrolments() {}

  public static SubjectKey subject(String id) {
    return new SubjectKey(Source.DEFAULT, new SubjectId(id));
  }

  public static SubjectKey subject(String source, String id) {
    return new SubjectKey(new Source(source), new SubjectId(id));
  }

  /** The primary face of a subject of the default source. */
  public static ReferenceKey face(String id) {
    return subject(id).reference(ReferenceId.PRIMARY);
  }

  /** The primary face of a subject. */
  public static ReferenceKey face(String source, String id) {
    return subject(source, id).reference(ReferenceId.PRIMARY);
  }

  /** The template, image and times are the seed's. */
  public static Enrolment enrolment(ReferenceKey key, long seed) {
    return enrolment(reference(key, seed), Evidence.of(image(seed, 1_000)));
  }

  public static Enrolment enrolment(BiometricReference reference, Evidence evidence) {
    return new Enrolment(reference, evidence, Instant.parse("2026-01-02T03:04:05.678Z"));
  }

  public static BiometricReference reference(ReferenceKey key, long seed) {
    return new BiometricReference(key, template(seed, 512), new CreatedAt("day " + seed));
  }

  public static FaceTemplate template(long seed, int dimension) {
    var random = new Random(seed);
    float[] raw = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      raw[i] = (float) random.nextGaussian();
    }
    return new FaceTemplate(MODEL, Embedding.normalised(raw));
  }

  /** Noise of that many bytes, from −128 to 127. */
  public static FaceImage image(long seed, int bytes) {
    byte[] noise = new byte[bytes];
    new Random(seed).nextBytes(noise);
    return FaceImage.of(noise);
  }
}
