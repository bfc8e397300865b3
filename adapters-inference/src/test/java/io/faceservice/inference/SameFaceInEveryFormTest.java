package io.faceservice.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.acquire.Acquisition.Acquired;
import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.testkit.JpegFiles;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.inference.image.ImageIoDecoder;
import io.faceservice.inference.image.ImageLimits;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a photo is turned, scaled or encoded, it shows the same face. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameFaceInEveryFormTest {
  private static final double TURNED = 0.01;
  private static final double ENCODED = 0.02;
  private static final double MEGAPIXELS = 12e6;

  private final FaceModels models = InstalledPack.load();
  private final FaceAcquisition acquisition =
      new FaceAcquisition(
          new ImageIoDecoder(new ImageLimits(64 << 20, 50_000_000)),
          models.detector(),
          models.landmarker(),
          models.encoder());
  private final FaceTemplate other = template(SamplePhotos.portrait("person-a-2"));
  private BufferedImage photo = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
  private double score;

  @BeforeAll
  void takeThePhoto() throws IOException {
    photo = ImageIO.read(new ByteArrayInputStream(SamplePhotos.portrait("person-a-1")));
    score = scoreOf(jpeg(photo));
  }

  @AfterAll
  void letGo() {
    models.close();
  }

  @Test
  void isAMatchToBeginWith() {
    assertThat(score).isGreaterThan(0.7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void scoresTheSameUnderEveryExifOrientation(int orientation) throws IOException {
    byte[] turned = JpegFiles.oriented(jpeg(storedAs(orientation)), orientation);
    assertThat(scoreOf(turned)).isCloseTo(score, within(TURNED));
  }

  @Test
  void scoresTheSameAtTwelveMegapixels() throws IOException {
    double factor = Math.sqrt(MEGAPIXELS / ((double) photo.getWidth() * photo.getHeight()));
    var large =
        new BufferedImage(
            (int) (photo.getWidth() * factor),
            (int) (photo.getHeight() * factor),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = large.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(photo, 0, 0, large.getWidth(), large.getHeight(), null);
    g.dispose();
    assertThat(scoreOf(jpeg(large))).isCloseTo(score, within(ENCODED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void scoresTheSameInOtherFormats(String format) throws IOException {
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(photo, format, out)).isTrue();
    assertThat(scoreOf(out.toByteArray())).isCloseTo(score, within(ENCODED));
  }

  @Test
  void scoresTheSameInWebP() {
    assertThat(scoreOf(WebPWriter.lossless(photo))).isCloseTo(score, within(ENCODED));
  }

  private double scoreOf(byte[] encoded) {
    return Similarity.of(template(encoded), other).value();
  }

  private FaceTemplate template(byte[] encoded) {
    return ((Acquired) acquisition.acquire(FaceImage.of(encoded))).template();
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.95f);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /**
   * The pixels as a camera stores them that says this orientation (TIFF 6.0, tag 274: which side of
   * the scene the first row and the first column are).
   */
  private BufferedImage storedAs(int orientation) {
    int width = photo.getWidth();
    int height = photo.getHeight();
    boolean sideways = orientation > 4;
    var stored =
        new BufferedImage(
            sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int right = width - 1 - x;
        int bottom = height - 1 - y;
        int rgb = photo.getRGB(x, y);
        switch (orientation) {
          case 1 -> stored.setRGB(x, y, rgb);
          case 2 -> stored.setRGB(right, y, rgb);
          case 3 -> stored.setRGB(right, bottom, rgb);
          case 4 -> stored.setRGB(x, bottom, rgb);
          case 5 -> stored.setRGB(y, x, rgb);
          case 6 -> stored.setRGB(y, right, rgb);
          case 7 -> stored.setRGB(bottom, right, rgb);
          case 8 -> stored.setRGB(bottom, x, rgb);
          default -> throw new IllegalArgumentException("orientations are 1 to 8");
        }
      }
    }
    return stored;
  }
}
