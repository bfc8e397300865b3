package io.faceservice.inference.pack;

import io.faceservice.domain.biometric.ModelId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of models that work together. A pack is data: another one takes another manifest and no
 * code. A role that its own manifest does not tell is played by the pack it is based on, whose
 * files stay where they are.
 */
public final class ModelPack {
  private final Manifest manifest;
  private final @Nullable ModelPack base;
  private final @Nullable Path folder;
  private final DetectorRole detector;
  private final DetectorRole accurateDetector;
  private final @Nullable LandmarkRole landmarks;
  private final EmbedderRole embedder;
  private final @Nullable PresentationAttackRole presentationAttack;

  /**
   * @param base the pack that the manifest's {@code base} names; none if it names none
   * @param folder where the pack's files lie, if not in the store
   * @throws IllegalArgumentException if a role is missing, or the roles do not fit each other
   */
  public ModelPack(Manifest manifest, @Nullable ModelPack base, @Nullable Path folder) {
    this.manifest = manifest;
    this.base = base;
    this.folder = folder;
    this.detector = told("detector", manifest.detector(), base == null ? null : base.detector);
    this.accurateDetector = accurate(manifest, base, detector);
    this.embedder = told("embedder", manifest.embedder(), base == null ? null : base.embedder);
    this.landmarks = either(manifest.landmarks(), base == null ? null : base.landmarks);
    this.presentationAttack =
        either(manifest.presentationAttack(), base == null ? null : base.presentationAttack);
    if (landmarks == null
        && !(detector.decoder().givesKeypoints() && accurateDetector.decoder().givesKeypoints())) {
      throw new IllegalArgumentException(
          id() + " lacks landmarks, and its detector gives no keypoints");
    }
    checkFiles();
  }

  /** Its own, or its own only one, or the base's. */
  private static DetectorRole accurate(
      Manifest manifest, @Nullable ModelPack base, DetectorRole detector) {
    DetectorRole own = manifest.accurateDetector();
    if (own != null) {
      return own;
    }
    return manifest.detector() != null || base == null ? detector : base.accurateDetector;
  }

  private void checkFiles() {
    for (String file : manifest.used()) {
      if (!lists(file)) {
        throw new IllegalArgumentException("files does not list " + file);
      }
    }
    for (String file : files().keySet()) {
      if (base != null && base.lists(file)) {
        throw new IllegalArgumentException(id() + " lists " + file + ", which its base has");
      }
    }
  }

  private boolean lists(String file) {
    return files().containsKey(file) || (base != null && base.lists(file));
  }

  private <T> T told(String key, @Nullable T own, @Nullable T inherited) {
    T role = either(own, inherited);
    if (role == null) {
      throw new IllegalArgumentException(id() + " lacks " + key + ", and so does its base");
    }
    return role;
  }

  private static <T> @Nullable T either(@Nullable T own, @Nullable T inherited) {
    return own == null ? inherited : own;
  }

  /** Its short name. */
  public String name() {
    return manifest.name();
  }

  /** Name and version: another version is another pack. */
  public ModelId id() {
    return new ModelId(manifest.name() + "-" + manifest.version());
  }

  /**
   * The name that templates carry: that of the pack which tells the embedder. A change of another
   * role leaves templates what they are.
   */
  public ModelId templateId() {
    return manifest.embedder() != null || base == null ? id() : base.templateId();
  }

  /** One sentence for people. */
  public String description() {
    return manifest.description();
  }

  /** What the papers of its own weights say; those of its base are the base's. */
  public Licence licence() {
    return manifest.licence();
  }

  /** Where its own files come from; without a source they are put in place by hand. */
  public @Nullable Source source() {
    return manifest.source();
  }

  /** Its own files, with their SHA-256 in lower-case hexadecimal or {@link Manifest#UNPINNED}. */
  public Map<String, String> files() {
    return manifest.files();
  }

  /** The pack that plays the roles which this one does not tell. */
  public @Nullable ModelPack base() {
    return base;
  }

  /** Where its own files lie, if not in the store. */
  public @Nullable Path folder() {
    return folder;
  }

  /** The pack, this or one that it is based on, which lists the file of a role. */
  public ModelPack home(String file) {
    return files().containsKey(file) ? this : Objects.requireNonNull(base, file).home(file);
  }

  /** Finds faces. */
  public DetectorRole detector() {
    return detector;
  }

  /** Finds faces where that matters more than the time it takes; the other where there is none. */
  public DetectorRole accurateDetector() {
    return accurateDetector;
  }

  /** Finds eyes, nose and mouth; without it the detector's keypoints serve. */
  public @Nullable LandmarkRole landmarks() {
    return landmarks;
  }

  /** Makes templates. */
  public EmbedderRole embedder() {
    return embedder;
  }

  /** Tells attacks; without it liveness cannot be asked. */
  public @Nullable PresentationAttackRole presentationAttack() {
    return presentationAttack;
  }
}
