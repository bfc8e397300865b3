package io.faceservice.vectorstore.embedded;

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
 * People who do not exist, with embeddings spread as real ones are: about a mean that is not zero,
 * with variances that fall off as {@code rank^(−2 · falloff)} along axes that are none of the
 * coordinates'. With a fall-off of 0.35 two strangers' cosines have a mean of 0.03 and a standard
 * deviation of 0.09, and the best of a million is near 0.44, as measured of the default pack; a
 * fall-off of 0 makes all directions alike. Everything follows from the person's number.
 */
public final class MadeUpFaces {
  public static final int DIMENSION = 512;
  public static final ModelId MODEL = new ModelId("made-up-1");
  private static final double MEAN_LENGTH = 0.2;
  private static final double LEAST_COSINE = 0.40;
  private static final double GREATEST_COSINE = 0.80;

  private final float[] deviations = new float[DIMENSION];
  private final float[] mean;
  private final float[][] flips = new float[3][DIMENSION];

  /** Of this fall-off. */
  public MadeUpFaces(double falloff) {
    var random = new Random(7);
    double variance = 0;
    for (int i = 0; i < DIMENSION; i++) {
      deviations[i] = (float) Math.pow(i + 1, -falloff);
      variance += deviations[i] * deviations[i];
      for (float[] flip : flips) {
        flip[i] = random.nextBoolean() ? 1 : -1;
      }
    }
    for (int i = 0; i < DIMENSION; i++) {
      deviations[i] /= (float) Math.sqrt(variance);
    }
    mean = gaussian(random);
    double length = Math.sqrt(dot(mean, mean));
    for (int i = 0; i < DIMENSION; i++) {
      mean[i] *= (float) (MEAN_LENGTH / length);
    }
  }

  /** The person's enrolled face; another version of it for each generation. */
  public BiometricReference reference(int person, int generation) {
    var key =
        new ReferenceKey(
            Source.DEFAULT, new SubjectId("person-%07d".formatted(person)), ReferenceId.PRIMARY);
    return new BiometricReference(
        key, template(face(person, generation)), new CreatedAt("02/01/2021"));
  }

  /** Another picture of the person: cosines to the enrolled face spread evenly over 0.4 to 0.8. */
  public FaceTemplate probe(int person, int generation) {
    var random = new Random(~seed(person, generation));
    double cosine = LEAST_COSINE + (GREATEST_COSINE - LEAST_COSINE) * random.nextDouble();
    double noise = Math.sqrt(1 / (cosine * cosine) - 1);
    float[] probe = Embedding.normalised(face(person, generation)).toArray();
    float[] added = gaussian(random);
    for (int i = 0; i < DIMENSION; i++) {
      probe[i] += (float) (noise * added[i]);
    }
    return template(probe);
  }

  private float[] face(int person, int generation) {
    float[] face = gaussian(new Random(seed(person, generation)));
    for (int i = 0; i < DIMENSION; i++) {
      face[i] += mean[i];
    }
    return face;
  }

  private static long seed(int person, int generation) {
    return 0x9e3779b97f4a7c15L * (person + 1_000_000_007L * generation + 1);
  }

  private static FaceTemplate template(float[] values) {
    return new FaceTemplate(MODEL, Embedding.normalised(values));
  }

  /** Normal values with the deviations, turned by sign flips and Walsh-Hadamard transforms. */
  private float[] gaussian(Random random) {
    float[] values = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      values[i] = (float) random.nextGaussian() * deviations[i];
    }
    for (int turn = 0; turn < flips.length; turn++) {
      for (int i = 0; i < DIMENSION; i++) {
        values[i] *= flips[turn][i];
      }
      transform(values);
    }
    return values;
  }

  private static void transform(float[] values) {
    for (int half = 1; half < DIMENSION; half *= 2) {
      for (int i = 0; i < DIMENSION; i++) {
        if ((i & half) == 0) {
          float sum = values[i] + values[i + half];
          values[i + half] = values[i] - values[i + half];
          values[i] = sum;
        }
      }
    }
    float scale = (float) (1 / Math.sqrt(DIMENSION));
    for (int i = 0; i < DIMENSION; i++) {
      values[i] *= scale;
    }
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
