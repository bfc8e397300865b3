package io.faceservice.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.PresentationAttackDetector;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.liveness.PadScore;
import org.junit.jupiter.api.Test;

/** What every {@link PresentationAttackDetector} promises. */
public abstract class PresentationAttackDetectorContract {

  /** The detector under test; the adapter's test closes what it holds. */
  protected abstract PresentationAttackDetector detector();

  /** A picture of one person. */
  protected abstract Pixels portrait();

  /** That person's face in it. */
  protected abstract DetectedFace face();

  @Test
  final void scoresAFaceFromZeroToOne() {
    assertThat(detector().score(portrait(), face()).value()).isBetween(0.0, 1.0);
  }

  @Test
  final void looksAtWhatSurroundsTheFace() {
    assertThat(detector().score(alone(portrait(), face().box()), face()))
        .isNotEqualTo(detector().score(portrait(), face()));
  }

  @Test
  final void givesTheSamePixelsTheSameAnswer() {
    assertThat(detector().score(portrait(), face()))
        .isEqualTo(detector().score(portrait(), face()));
  }

  @Test
  final void servesManyThreads() {
    PadScore alone = detector().score(portrait(), face());

    assertThat(AtOnce.run(4, () -> detector().score(portrait(), face())))
        .allSatisfy(answer -> assertThat(answer).isEqualTo(alone));
  }

  /** The picture with all black but the box. */
  private static Pixels alone(Pixels picture, Box box) {
    byte[] rgb = new byte[picture.width() * picture.height() * Pixels.CHANNELS];
    Box inside = box.within(picture.width(), picture.height());
    for (int y = (int) inside.y1(); y < inside.y2(); y++) {
      for (int x = (int) inside.x1(); x < inside.x2(); x++) {
        for (int c = 0; c < Pixels.CHANNELS; c++) {
          rgb[(y * picture.width() + x) * Pixels.CHANNELS + c] = (byte) picture.at(x, y, c);
        }
      }
    }
    return Pixels.ofRgb(picture.width(), picture.height(), rgb);
  }
}
