package io.faceservice.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceSelection;
import io.faceservice.domain.biometric.Pixels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link FaceDetector} promises. */
public abstract class FaceDetectorContract {

  /** The detector under test; the adapter's test closes what it holds. */
  protected abstract FaceDetector detector();

  /** A picture of several people. */
  protected abstract Pixels group();

  @ParameterizedTest
  @EnumSource(Search.class)
  final void findsNobodyInAnEmptyPicture(Search search) {
    byte[] grey = new byte[96 * 64 * Pixels.CHANNELS];
    Arrays.fill(grey, (byte) 127);
    assertThat(detector().detect(Pixels.ofRgb(96, 64, grey), search)).isEmpty();
  }

  @Test
  final void findsSeveralFacesTheMostConfidentFirst() {
    List<DetectedFace> faces = detector().detect(group(), Search.EVERY_FACE);

    assertThat(faces).hasSizeGreaterThan(1);
    assertThat(faces)
        .isSortedAccordingTo(Comparator.comparingDouble(DetectedFace::confidence).reversed());
  }

  @Test
  final void findsFacesOnThePicture() {
    Pixels picture = group();
    assertThat(detector().detect(picture, Search.EVERY_FACE))
        .allSatisfy(
            face -> {
              assertThat(face.box().centre().x()).isBetween(0.0, (double) picture.width());
              assertThat(face.box().centre().y()).isBetween(0.0, (double) picture.height());
            });
  }

  @ParameterizedTest
  @EnumSource(Search.class)
  final void givesTheSamePixelsTheSameAnswer(Search search) {
    assertThat(detector().detect(group(), search)).isEqualTo(detector().detect(group(), search));
  }

  @Test
  final void findsTheFaceThatTheImageSpeaksForHoweverItLooks() {
    Pixels picture = group();
    DetectedFace thorough = chosen(picture, detector().detect(picture, Search.EVERY_FACE));
    DetectedFace quick = chosen(picture, detector().detect(picture, Search.CHOSEN_FACE));

    assertThat(quick.box().overlap(thorough.box())).isGreaterThan(0.5);
  }

  @Test
  final void servesManyThreads() {
    Pixels picture = group();
    var alone = detector().detect(picture, Search.CHOSEN_FACE);

    assertThat(AtOnce.run(4, () -> detector().detect(picture, Search.CHOSEN_FACE)))
        .allSatisfy(answer -> assertThat(answer).isEqualTo(alone));
  }

  private static DetectedFace chosen(Pixels picture, List<DetectedFace> faces) {
    return switch (FaceSelection.of(faces, picture.width(), picture.height())) {
      case FaceSelection.None none -> throw new AssertionError("no face was found");
      case FaceSelection.One(var face) -> face;
      case FaceSelection.Several(var face, var count) -> face;
    };
  }
}
