package io.faceservice.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Pixels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The default pack finds a face that is 40 pixels high, and one that fills the frame. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FacesOfAllSizesTest {
  /** Five women, the tallest face a fifth of the photo's height. */
  private static final String GROUP = "sample5.jpg";

  private static final int WOMEN = 5;

  private final FaceModels models = InstalledPack.load();

  @AfterAll
  void letGo() {
    models.close();
  }

  /** The photo is shrunk to 320 pixels, so that its faces are 34 to 50 high. */
  @ParameterizedTest
  @CsvSource({"320, 233", "640, 480", "1280, 960", "1920, 1080"})
  void findsSmallFacesInTheCornerOfAPictureOfAnySize(int width, int height) {
    Pixels group = SamplePhotos.photoPixels(GROUP);
    Pixels picture = inTheCorner(group, 320, width, height);
    List<DetectedFace> faces = models.detector().detect(picture, Search.EVERY_FACE);
    assertThat(faces).hasSize(WOMEN);
    assertThat(faces).allMatch(face -> face.box().height() < 60);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.0, 1.5, 1.2, 1.0, 0.9})
  void recognisesAFaceThatFillsTheFrame(double share) {
    Pixels portrait = SamplePhotos.portraitPixels("person-a-1");
    DetectedFace face = chosen(portrait);
    Pixels close = cut(portrait, face.box(), share);
    assertThat(template(close, chosen(close)).cosine(template(portrait, face))).isGreaterThan(0.7);
  }

  @Test
  void findsNoFaceInNoise() {
    byte[] noise = new byte[320 * 240 * Pixels.CHANNELS];
    new Random(7).nextBytes(noise);
    assertThat(models.detector().detect(Pixels.ofRgb(320, 240, noise), Search.EVERY_FACE))
        .isEmpty();
  }

  private DetectedFace chosen(Pixels pixels) {
    return models.detector().detect(pixels, Search.CHOSEN_FACE).getFirst();
  }

  private FaceTemplate template(Pixels pixels, DetectedFace face) {
    return models.encoder().encode(pixels, models.landmarker().landmarks(pixels, face));
  }

  /** The photo, so many pixels wide, at the bottom right of a grey picture. */
  private static Pixels inTheCorner(Pixels photo, int photoWidth, int width, int height) {
    double step = (double) photo.width() / photoWidth;
    int photoHeight = (int) (photo.height() / step);
    byte[] rgb = new byte[width * height * Pixels.CHANNELS];
    Arrays.fill(rgb, (byte) 128);
    for (int y = Math.max(0, photoHeight - height); y < photoHeight; y++) {
      for (int x = 0; x < photoWidth; x++) {
        int at = ((y + height - photoHeight) * width + x + width - photoWidth) * Pixels.CHANNELS;
        for (int c = 0; c < Pixels.CHANNELS; c++) {
          rgb[at + c] = (byte) mean(photo, x * step, y * step, step, c);
        }
      }
    }
    return Pixels.ofRgb(width, height, rgb);
  }

  private static int mean(Pixels photo, double left, double top, double step, int channel) {
    int sum = 0;
    int count = 0;
    for (int y = (int) top; y < Math.min(photo.height(), top + step); y++) {
      for (int x = (int) left; x < Math.min(photo.width(), left + step); x++) {
        sum += photo.at(x, y, channel);
        count++;
      }
    }
    return sum / count;
  }

  /** The box scaled about its centre, cut out of the picture. */
  private static Pixels cut(Pixels picture, Box box, double scale) {
    double x = box.centre().x();
    double y = box.centre().y();
    double halfWidth = box.width() * scale / 2;
    double halfHeight = box.height() * scale / 2;
    Box part =
        new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight)
            .within(picture.width(), picture.height());
    int left = (int) part.x1();
    int top = (int) part.y1();
    int width = (int) part.width();
    int height = (int) part.height();
    byte[] rgb = new byte[width * height * Pixels.CHANNELS];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / Pixels.CHANNELS;
      rgb[i] = (byte) picture.at(left + pixel % width, top + pixel / width, i % Pixels.CHANNELS);
    }
    return Pixels.ofRgb(width, height, rgb);
  }
}
