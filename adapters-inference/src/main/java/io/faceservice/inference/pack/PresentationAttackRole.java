package io.faceservice.inference.pack;

import io.faceservice.inference.pack.DetectorOutput.Activation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models that tell a living face from a picture of one; their scores are averaged.
 *
 * @param models one or more
 * @param threshold the least score of a bona fide presentation that the pack recommends
 * @param strictThreshold the same for those who rather refuse the living than pass an attack
 */
public record PresentationAttackRole(List<Model> models, double threshold, double strictThreshold) {

  public PresentationAttackRole {
    models = List.copyOf(models);
    Require.some("models", models);
    Require.share("threshold", threshold);
    Require.share("strict-threshold", strictThreshold);
  }

  /**
   * One of them.
   *
   * @param file the model's file
   * @param input what it reads
   * @param crop how much of the face's surroundings it sees
   * @param output the output's name: one number a class
   * @param bonaFide which class is bona fide, 0-based
   * @param activation what stands between the numbers and probabilities; softmax unless told
   */
  public record Model(
      String file,
      InputSpec input,
      Crop crop,
      String output,
      int bonaFide,
      @Nullable Activation activation) {
    public Model {
      if (bonaFide < 0) {
        throw new IllegalArgumentException("bona-fide is a class, 0 or above");
      }
    }
  }
}
