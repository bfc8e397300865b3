package io.faceservice.inference.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model pack as its manifest tells it, word for word. {@link ModelPack} is what comes of it.
 *
 * @param name short name, for instance {@code faceplugin}
 * @param version the pack's version; another version is another model
 * @param description one sentence for people
 * @param licence what its papers say
 * @param base the name of a bundled pack that plays every role which this one does not tell
 * @param source where its files come from; without one they are put in place by hand
 * @param files every file, with its SHA-256 in lower-case hexadecimal, or {@link #UNPINNED}
 * @param detector finds faces
 * @param accurateDetector finds them where it matters more than the time it takes: enrolment, the
 *     search of one face, and what somebody presents to prove who they are; without it the other
 * @param landmarks finds eyes, nose and mouth; without it the detector's keypoints serve
 * @param embedder makes templates
 * @param presentationAttack tells attacks; without it liveness cannot be asked
 */
public record Manifest(
    String name,
    String version,
    String description,
    Licence licence,
    @Nullable String base,
    @Nullable Source source,
    Map<String, String> files,
    @Nullable DetectorRole detector,
    @Nullable DetectorRole accurateDetector,
    @Nullable LandmarkRole landmarks,
    @Nullable EmbedderRole embedder,
    @Nullable PresentationAttackRole presentationAttack) {

  /** The value of a file's hash where nobody has pinned it yet. */
  public static final String UNPINNED = "unpinned";

  private static final Pattern FILE = Pattern.compile("[\\w.+-]+");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}|" + UNPINNED);

  public Manifest {
    files = Map.copyOf(files);
    files.forEach(Manifest::checkFile);
  }

  private static void checkFile(String file, String hash) {
    if (!FILE.matcher(file).matches() || file.startsWith(".")) {
      throw new IllegalArgumentException("files lists \"" + file + "\", which is no plain name");
    }
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException(
          "the hash of %s is 64 lower-case hexadecimal digits, or %s".formatted(file, UNPINNED));
    }
  }

  /** The files of the roles that the manifest itself tells. */
  List<String> used() {
    List<String> used = new ArrayList<>();
    if (detector != null) {
      used.add(detector.file());
    }
    if (accurateDetector != null) {
      used.add(accurateDetector.file());
    }
    if (landmarks != null) {
      used.add(landmarks.file());
    }
    if (embedder != null) {
      used.add(embedder.file());
    }
    if (presentationAttack != null) {
      presentationAttack.models().forEach(model -> used.add(model.file()));
    }
    return used;
  }
}
