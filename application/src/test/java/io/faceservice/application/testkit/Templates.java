package io.faceservice.application.testkit;

import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import java.util.Random;

/**
 * Templates at known angles and at random ones, of one model pack and dimension.
 *
 * @param dimension at least 2
 */
public record Templates(ModelId model, int dimension) {

  /** A unit vector in the plane of the first two axes; cosines are those of the angles between. */
  public FaceTemplate at(double degrees) {
    float[] values = new float[dimension];
    values[0] = (float) Math.cos(Math.toRadians(degrees));
    values[1] = (float) Math.sin(Math.toRadians(degrees));
    return template(values);
  }

  /** A direction that depends on the seed alone; of many dimensions, nearly a right angle apart. */
  public FaceTemplate random(long seed) {
    return template(gaussian(seed));
  }

  /**
   * A direction near another, as a second picture of a face is.
   *
   * @param noise length of what is added to the unit vector; the cosine is about {@code 1 / √(1 +
   *     noise²)}
   */
  public FaceTemplate near(FaceTemplate other, double noise, long seed) {
    float[] values = other.embedding().toArray();
    float[] added = Embedding.normalised(gaussian(seed)).toArray();
    for (int i = 0; i < dimension; i++) {
      values[i] += (float) (noise * added[i]);
    }
    return template(values);
  }

  private float[] gaussian(long seed) {
    var random = new Random(seed);
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private FaceTemplate template(float[] values) {
    return new FaceTemplate(model, Embedding.normalised(values));
  }

  /** The primary face of a subject in the default source. */
  public static BiometricReference reference(String subject, FaceTemplate template) {
    return reference(Source.DEFAULT, subject, "primary", template);
  }

  /** The primary face of a subject. */
  public static BiometricReference reference(Source source, String subject, FaceTemplate template) {
    return reference(source, subject, "primary", template);
  }

  /** One of several faces of a subject. */
  public static BiometricReference reference(
      Source source, String subject, String reference, FaceTemplate template) {
    var key = new ReferenceKey(source, new SubjectId(subject), new ReferenceId(reference));
    return new BiometricReference(key, template, new CreatedAt("enrolled " + subject));
  }
}
