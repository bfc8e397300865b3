package io.faceservice.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.faceservice.application.port.ImageDecoder;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.InvalidInputException.Kind;
import io.faceservice.domain.biometric.Pixels;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ImageDecoder} promises; a decoder that cannot read one of these is none. */
public abstract class ImageDecoderContract {
  private static final int MAX_BYTES = 1_000_000;
  private static final long MAX_PIXELS = 1_000_000;

  /**
   * Mean error of a channel that lossy coding may bring to the drawn picture and its hard edges.
   */
  private static final double LOSSY = 8;

  protected abstract ImageDecoder newDecoder(int maxBytes, long maxPixels);

  static Stream<Arguments> lossless() {
    return SamplePictures.lossless().stream().flatMap(List::stream);
  }

  static Stream<Arguments> lossy() {
    return SamplePictures.lossy().stream();
  }

  static Stream<Arguments> all() {
    return Stream.concat(lossless(), lossy());
  }

  /** The files of all kinds, for tests that do worse to them. */
  public static List<byte[]> files() {
    return all().map(picture -> (byte[]) picture.get()[1]).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lossless")
  final void decodesToTheVeryPixels(String kind, byte[] file, BufferedImage expected) {
    assertThat(DrawnPixels.difference(decode(file), expected)).as(kind).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lossy")
  final void decodesToNearlyThePixels(String kind, byte[] file, BufferedImage expected) {
    assertThat(DrawnPixels.difference(decode(file), expected)).as(kind).isLessThan(LOSSY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  final void turnsUprightByExif(int orientation) {
    BufferedImage upright = DrawnPixels.turned(orientation);
    byte[] jpeg = JpegFiles.oriented(Pictures.jpeg(), orientation);
    byte[] png =
        PngFiles.drawn(8, PngFiles.RGB)
            .chunk("eXIf", TiffFiles.exif(orientation))
            .rows(DrawnPixels::rgb);
    byte[] tiff =
        TiffFiles.drawn(2, 3, 8).tag(TiffFiles.ORIENTATION, orientation).pixels(DrawnPixels::rgb);
    assertThat(DrawnPixels.difference(decode(jpeg), upright)).isLessThan(LOSSY);
    assertThat(DrawnPixels.difference(decode(png), upright)).isZero();
    assertThat(DrawnPixels.difference(decode(tiff), upright)).isZero();
    assertThat(DrawnPixels.difference(decode(WebPFiles.oriented(orientation)), upright)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 65_535})
  final void takesAnOrientationWithoutMeaningForUpright(int orientation) {
    byte[] jpeg = JpegFiles.oriented(Pictures.jpeg(), orientation);
    assertThat(DrawnPixels.difference(decode(jpeg), Pictures.drawn())).isLessThan(LOSSY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7\n%\n1 0 obj",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        "<?xml version='1.0'?><svg/>",
        "<!DOCTYPE html><html></html>",
        "no picture at all",
        "\0\0\0\030ftypheic\0\0\0\0mif1heic",
        "\0",
        "RIFF\044\0\0\0WAVEfmt "
      })
  final void refusesWhatIsNoPictureAndNamesTheKindsThatAre(String text) {
    InvalidInputException refusal = refusal(text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE_IMAGE);
    assertThat(refusal.problem()).contains("JPEG", "PNG", "WebP", "BMP", "GIF", "TIFF");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  final void refusesAPictureThatWasCutOff(String kind, byte[] file, BufferedImage expected) {
    for (int percent : new int[] {5, 25, 50, 75, 90}) {
      byte[] cut = Arrays.copyOf(file, Math.max(1, file.length * percent / 100));
      assertThat(refusal(cut).kind()).as("%d %%", percent).isEqualTo(Kind.UNREADABLE_IMAGE);
    }
  }

  @Test
  final void acceptsAJpegThatLacksNothingButItsEndMarker() {
    for (byte[] jpeg : List.of(Pictures.jpeg(), Pictures.progressiveJpeg())) {
      byte[] endless = Arrays.copyOf(jpeg, jpeg.length - 2);
      assertThat(DrawnPixels.difference(decode(endless), Pictures.drawn())).isLessThan(LOSSY);
    }
  }

  @Test
  final void refusesMoreBytesThanAllowed() {
    byte[] jpeg = Pictures.jpeg();
    newDecoder(jpeg.length, MAX_PIXELS).decode(FaceImage.of(jpeg));
    InvalidInputException refusal = refusal(newDecoder(jpeg.length - 1, MAX_PIXELS), jpeg);
    assertThat(refusal.kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  final void refusesMorePixelsThanAllowed(String kind, byte[] file, BufferedImage expected) {
    long pixels = (long) expected.getWidth() * expected.getHeight();
    newDecoder(MAX_BYTES, pixels).decode(FaceImage.of(file));
    assertThat(refusal(newDecoder(MAX_BYTES, pixels - 1), file).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  static Stream<Arguments> forged() {
    return ForgedPictures.declaring(20_000, 20_000).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forged")
  final void refusesAFileThatOnlyDeclaresTooManyPixels(String kind, byte[] file) {
    assertThat(refusal(file).kind()).as(kind).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  final void servesManyThreadsAtOnce() throws Exception {
    List<Arguments> pictures = all().toList();
    ImageDecoder decoder = newDecoder(MAX_BYTES, MAX_PIXELS);
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 0; i < 4 * pictures.size(); i++) {
      Object[] picture = pictures.get(i % pictures.size()).get();
      calls.add(
          () -> {
            Pixels pixels = decoder.decode(FaceImage.of((byte[]) picture[1]));
            assertThat(DrawnPixels.difference(pixels, (BufferedImage) picture[2]))
                .as("%s", picture[0])
                .isLessThan(LOSSY);
            return null;
          });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var result : threads.invokeAll(calls)) {
        result.get();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 8, 9, 15, 17, 31})
  final void decodesPicturesOfAnyWidth(int width) {
    BufferedImage drawn = Pictures.drawn(width, 33);
    for (String format : List.of("png", "bmp")) {
      Pixels pixels = decode(Pictures.encoded(drawn, format));
      assertThat(DrawnPixels.difference(pixels, drawn)).as(format).isZero();
    }
    Pixels jpeg = decode(Pictures.encoded(drawn, "jpeg"));
    assertThat(jpeg.width()).isEqualTo(width);
    assertThat(jpeg.height()).isEqualTo(33);
  }

  private Pixels decode(byte[] file) {
    return newDecoder(MAX_BYTES, MAX_PIXELS).decode(FaceImage.of(file));
  }

  private InvalidInputException refusal(byte[] file) {
    return refusal(newDecoder(MAX_BYTES, MAX_PIXELS), file);
  }

  private static InvalidInputException refusal(ImageDecoder decoder, byte[] file) {
    FaceImage image = FaceImage.of(file);
    return catchThrowableOfType(InvalidInputException.class, () -> decoder.decode(image));
  }
}
