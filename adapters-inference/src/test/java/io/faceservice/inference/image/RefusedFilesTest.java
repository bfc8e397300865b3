package io.faceservice.inference.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.testkit.Pictures;
import io.faceservice.application.testkit.PngFiles;
import io.faceservice.application.testkit.TiffFiles;
import io.faceservice.application.testkit.WebPFiles;
import io.faceservice.domain.biometric.Pixels;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that {@link ImageIoDecoder} refuses for their structure, though a reader might take them.
 */
final class RefusedFilesTest {

  @ParameterizedTest
  @ValueSource(ints = {0xC3, 0xC9})
  void refusesKindsOfJpegThatNoOneSendsAndSaysWhatToDo(int frameMarker) {
    byte[] jpeg = Pictures.jpeg();
    jpeg[startOfFrame(jpeg) + 1] = (byte) frameMarker;
    assertThatThrownBy(() -> TestFiles.decode(jpeg))
        .hasMessageContaining("baseline or progressive");
  }

  @Test
  void refusesAProgressiveJpegThatLacksItsLastScan() {
    byte[] jpeg = Pictures.progressiveJpeg();
    byte[] cut = Arrays.copyOf(jpeg, lastScan(jpeg));
    TestFiles.assertDamaged(cut);
  }

  @Test
  void refusesAJpegWithAHoleInItsScan() {
    byte[] jpeg = Pictures.encoded(Pictures.drawn(640, 480), "jpeg");
    int middle = (lastScan(jpeg) + jpeg.length) / 2;
    byte[] holed = Arrays.copyOf(jpeg, middle + 2);
    holed[middle] = (byte) 0xFF;
    holed[middle + 1] = (byte) 0xD9;
    TestFiles.assertDamaged(holed);
  }

  @Test
  void refusesAJpegOfMorePassesThanAnyoneMakes() {
    byte[] jpeg = Pictures.progressiveJpeg();
    byte[] passes = Arrays.copyOfRange(jpeg, lastScan(jpeg), jpeg.length - 2);
    ByteBuffer bomb = ByteBuffer.allocate(jpeg.length + 40 * passes.length).put(jpeg);
    bomb.position(jpeg.length - 2); // over the end of the image
    for (int i = 0; i < 40; i++) {
      bomb.put(passes);
    }
    assertThatThrownBy(() -> TestFiles.decode(bomb.array())).hasMessageContaining("scans");
  }

  /** Each transform costs a bit or two of the file, and a pass over the whole picture. */
  @Test
  void refusesALosslessWebpThatAsksForATransformTwice() {
    String subtractGreen = "101";
    String onePixel = "000" + "1000".repeat(5);
    Pixels black = TestFiles.decode(losslessWebp(subtractGreen + onePixel));
    assertThat(black).hasToString("Pixels[1x1]");
    TestFiles.assertDamaged(losslessWebp(subtractGreen.repeat(2) + onePixel));
  }

  /**
   * A picture of one pixel.
   *
   * @param bits of its stream, in the order in which they are read
   */
  private static byte[] losslessWebp(String bits) {
    byte[] stream = new byte[5 + bits.length() / 8 + 1];
    stream[0] = 0x2F;
    for (int i = 0; i < bits.length(); i++) {
      stream[5 + i / 8] |= (byte) ((bits.charAt(i) - '0') << (i % 8));
    }
    return WebPFiles.container(WebPFiles.chunk("VP8L", stream));
  }

  @Test
  void refusesATiffWhoseTilesAreLargerThanAnyPicture() {
    byte[] tiff =
        TiffFiles.drawn(2, 3, 8)
            .tag(TiffFiles.TILE_WIDTH, 1_000_000)
            .tag(TiffFiles.TILE_HEIGHT, 1_000_000)
            .pixels(TestFiles::rgb);
    assertThatThrownBy(() -> TestFiles.decode(tiff)).hasMessageContaining("tile size");
  }

  @Test
  void refusesATiffWithAJpegInsideAndSaysWhatToDo() {
    byte[] tiff = TiffFiles.drawn(2, 3, 8).tag(TiffFiles.COMPRESSION, 7).pixels(TestFiles::rgb);
    assertThatThrownBy(() -> TestFiles.decode(tiff))
        .hasMessageContaining("LZW, Deflate or PackBits");
  }

  @Test
  void refusesAPngThatHasFewerRowsThanItSays() {
    TestFiles.assertDamaged(
        TestFiles.drawnPng().chunk("IDAT", PngFiles.deflated(new byte[1500])).end());
  }

  @Test
  void refusesAPngWhoseSumsAreWrong() {
    byte[] png = Pictures.png();
    png[png.length - 14]++; // of the last sum but one
    TestFiles.assertDamaged(png);
  }

  private static int startOfFrame(byte[] jpeg) {
    int at = 2;
    while (jpeg[at + 1] != (byte) 0xC0) {
      at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
    }
    return at;
  }

  private static int lastScan(byte[] jpeg) {
    int at = jpeg.length - 2;
    while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) 0xDA) {
      at--;
    }
    return at;
  }
}
