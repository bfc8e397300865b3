package io.faceservice.inference.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.application.testkit.ForgedPictures;
import io.faceservice.application.testkit.ImageDecoderContract;
import io.faceservice.application.testkit.JpegFiles;
import io.faceservice.application.testkit.Pictures;
import io.faceservice.application.testkit.PngFiles;
import io.faceservice.application.testkit.TiffFiles;
import io.faceservice.application.testkit.WebPFiles;
import io.faceservice.domain.biometric.Pixels;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageIoDecoderTest extends ImageDecoderContract {
  private static final byte[] GARBAGE = "this is no colour profile".getBytes(US_ASCII);

  @Override
  protected ImageDecoder newDecoder(int maxBytes, long maxPixels) {
    return new ImageIoDecoder(new ImageLimits(maxBytes, maxPixels));
  }

  @Test
  void ignoresABrokenColourProfile() {
    byte[] jpeg = JpegFiles.withColourProfile(Pictures.jpeg(), GARBAGE);
    byte[] cmyk = JpegFiles.withColourProfile(JpegFiles.adobeCmyk(), GARBAGE);
    byte[] webp =
        WebPFiles.container(
            WebPFiles.chunk("VP8X", WebPFiles.canvas(0x20, Pictures.WIDTH, Pictures.HEIGHT)),
            WebPFiles.chunk("ICCP", GARBAGE),
            WebPFiles.firstChunk(Pictures.resource("lossy.webp")));
    byte[] png = TestFiles.drawnPng().chunk("iCCP", GARBAGE).rows(TestFiles::rgb);
    byte[] tiff = TiffFiles.drawn(2, 3, 8).tag(34_675, 1, 2, 3).pixels(TestFiles::rgb);

    TestFiles.assertSame(jpeg, Pictures.jpeg());
    TestFiles.assertSame(cmyk, JpegFiles.adobeCmyk());
    TestFiles.assertSame(webp, Pictures.resource("lossy.webp"));
    TestFiles.assertSame(png, Pictures.png());
    TestFiles.assertSame(tiff, Pictures.png());
  }

  @Test
  void takesSamplesForSrgbWhateverTheColourProfile() {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    TestFiles.assertSame(JpegFiles.withColourProfile(Pictures.jpeg(), profile), Pictures.jpeg());
  }

  @Test
  void neverUnpacksWhatAPngSaysInText() {
    byte[] bomb = PngFiles.deflated(new byte[50_000_000]);
    byte[] text = Arrays.copyOf("key\0\0".getBytes(US_ASCII), 5 + bomb.length);
    System.arraycopy(bomb, 0, text, 5, bomb.length);
    TestFiles.assertSame(
        TestFiles.drawnPng().chunk("zTXt", text).rows(TestFiles::rgb), Pictures.png());
  }

  @Test
  void laysASmallFrameOfAGifOnAWhiteCanvas() {
    Pixels pixels = TestFiles.decode(ForgedPictures.gif(Pictures.WIDTH + 10, Pictures.HEIGHT + 5));
    assertThat(pixels.width()).isEqualTo(Pictures.WIDTH + 10);
    assertThat(pixels.at(Pictures.WIDTH - 1, 0, 2)).isNotEqualTo(255);
    assertThat(pixels.at(Pictures.WIDTH, Pictures.HEIGHT, 2)).isEqualTo(255);
    assertThat(pixels.at(Pictures.WIDTH + 9, 0, 0)).isEqualTo(255);
  }

  @Test
  void widensACanvasForTheFrameThatSticksOut() {
    TestFiles.assertSame(ForgedPictures.gif(1, 1), Pictures.gif());
  }

  @Test
  void acceptsAJpegThatIsFollowedByMore() {
    byte[] jpeg = Pictures.jpeg();
    byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 1000);
    TestFiles.assertSame(longer, jpeg);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsExifAsOthersDo(int orientation) throws Exception {
    byte[] jpeg = JpegFiles.oriented(Pictures.jpeg(), orientation);
    var exif =
        ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg))
            .getFirstDirectoryOfType(ExifIFD0Directory.class);
    assertThat(Objects.requireNonNull(exif).getInt(ExifIFD0Directory.TAG_ORIENTATION))
        .isEqualTo(orientation);
  }

  @Test
  void readsAPictureThatIsUprightThoughItsExifIsBroken() {
    byte[] jpeg = JpegFiles.oriented(Pictures.jpeg(), 6);
    jpeg[20] = 0x7F; // where the directory is
    TestFiles.assertSame(jpeg, Pictures.jpeg());
  }
}
