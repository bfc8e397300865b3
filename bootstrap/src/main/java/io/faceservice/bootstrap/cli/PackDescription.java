package io.faceservice.bootstrap.cli;

import io.faceservice.domain.compare.Similarity;
import io.faceservice.inference.pack.EmbedderRole;
import io.faceservice.inference.pack.EmbedderRole.CalibrationPoint;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.pack.LandmarkRole;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.pack.PresentationAttackRole;
import java.util.Locale;

/** What an operator wants to know of a pack before using it, as lines of text. */
final class PackDescription {
  private final StringBuilder text = new StringBuilder();

  private PackDescription() {}

  static String of(ModelPack pack) {
    var description = new PackDescription();
    description.line("pack", pack.id().value());
    description.line("", pack.description());
    description.line("templates by", pack.templateId().value());
    description.line("licence", pack.licence().declared());
    description.line("training data", pack.licence().trainingData());
    description.line("mind", pack.licence().note());
    description.roles(pack);
    description.calibration(pack.embedder());
    return description.text.toString();
  }

  private void roles(ModelPack pack) {
    role("detector", pack.detector().file(), pack.detector().input());
    if (!pack.accurateDetector().equals(pack.detector())) {
      role("accurate", pack.accurateDetector().file(), pack.accurateDetector().input());
    }
    LandmarkRole landmarks = pack.landmarks();
    if (landmarks != null) {
      role("landmarks", landmarks.file(), landmarks.input());
    }
    role("embedder", pack.embedder().file(), pack.embedder().input());
    PresentationAttackRole attacks = pack.presentationAttack();
    if (attacks == null) {
      line("attacks", "not detected by this pack");
    } else {
      attacks.models().forEach(model -> role("attacks", model.file(), model.input()));
      line(
          "",
          String.format(
              Locale.ROOT,
              "bona fide from a score of %.2f, strictly from %.2f",
              attacks.threshold(),
              attacks.strictThreshold()));
    }
  }

  private void calibration(EmbedderRole embedder) {
    line("embedding", embedder.dimension() + " values");
    if (embedder.calibration().isEmpty()) {
      line("calibration", "none: measure it with face-service evaluate");
    }
    for (CalibrationPoint point : embedder.calibration()) {
      line(
          "calibration",
          String.format(
              Locale.ROOT,
              "FMR %.0e at similarity %.4f (cosine %.3f), where %.2f %% of genuine pairs match",
              point.fmr(),
              Similarity.ofCosine(point.cosine()).value(),
              point.cosine(),
              100 * point.tar()));
    }
  }

  private void role(String name, String file, InputSpec input) {
    line(
        name,
        String.format(
            Locale.ROOT,
            "%s, %d x %d %s %s",
            file,
            input.width(),
            input.height(),
            input.channels(),
            input.layout()));
  }

  private void line(String label, String value) {
    text.append(String.format(Locale.ROOT, "%-14s %s%n", label, value));
  }
}
