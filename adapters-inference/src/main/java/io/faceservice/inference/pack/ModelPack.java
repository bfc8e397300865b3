package io.faceservice.inference.pack;

import io.faceservice.domain.biometric.ModelId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One set of models that work together, as its manifest tells it. A pack is data: another one takes
 * another manifest and no code.
 *
 * @param name short name, for instance {@code faceplugin}
 * @param version the pack's version; another version is another model
 * @param description one sentence for people
 * @param licence what its papers say
 * @param source where its files come from; without one they are put in place by hand
 * @param files every file, with its SHA-256 in lower-case hexadecimal where it is known
 * @param detector finds faces
 * @param landmarks finds eyes, nose and mouth; without it the detector's keypoints serve
 * @param embedder makes templates
 * @param presentationAttack tells attacks; without it liveness cannot be asked
 */
public record ModelPack(
    String name,
    String version,
    String description,
    Licence licence,
    @Nullable Source source,
    Map<String, String> files,
    DetectorRole detector,
    @Nullable LandmarkRole landmarks,
    EmbedderRole embedder,
    @Nullable PresentationAttackRole presentationAttack) {

  /** The value of a file's hash where nobody has pinned it yet. */
  public static final String UNPINNED = "unpinned";

  public ModelPack {
    files = Map.copyOf(files);
    List<String> used = new java.util.ArrayList<>(List.of(detector.file(), embedder.file()));
    if (landmarks != null) {
      used.add(landmarks.file());
    }
    if (presentationAttack != null) {
      presentationAttack.models().forEach(model -> used.add(model.file()));
    }
    for (String file : used) {
      if (!files.containsKey(file)) {
        throw new IllegalArgumentException("files does not list " + file);
      }
    }
  }

  /** The name that templates of this pack carry. */
  public ModelId id() {
    return new ModelId(name + "-" + version);
  }

  /**
   * What the papers of the weights say.
   *
   * @param declared the licence their owner declares
   * @param trainingData what is known of the data they were trained on
   * @param note what an operator must know before using them
   */
  public record Licence(String declared, String trainingData, String note) {}

  /**
   * A package of the npm registry.
   *
   * @param npm the package's name
   * @param version its version
   * @param sha256 of the tarball, lower-case hexadecimal
   * @param folder where in the tarball the files lie
   */
  public record Source(String npm, String version, String sha256, String folder) {}
}
