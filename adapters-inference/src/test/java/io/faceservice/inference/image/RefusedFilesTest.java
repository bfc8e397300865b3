package io.faceservice.inference.image;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.testkit.Pictures;
import io.faceservice.application.testkit.PngFiles;
import io.faceservice.application.testkit.TiffFiles;
import io.faceservice.application.testkit.WebPFiles;
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
    int scan = lastScan(jpeg);
    byte[] bomb = Arrays.copyOf(jpeg, scan + 40 * (jpeg.length - scan));
    for (int i = 1; i < 40; i++) {
      int size = jpeg.length - 2 - scan;
      System.arraycopy(jpeg, scan, bomb, scan + i * size, size);
    }
    TestFiles.assertDamaged(bomb);
  }

  @Test
  void refusesALosslessWebpThatAsksForATransformTwice() {
    byte[] stream = new byte[200];
    stream[0] = 0x2F;
    // Subtract green, again and again: one bit to go on, two for the kind, least significant first.
    for (int bit = 5 * 8; bit < stream.length * 8; bit++) {
      stream[bit / 8] |= (byte) (((0b101 >> ((bit - 5 * 8) % 3)) & 1) << (bit % 8));
    }
    TestFiles.assertDamaged(WebPFiles.container(WebPFiles.chunk("VP8L", stream)));
  }

  @Test
  void refusesATiffWhoseTilesAreLargerThanAnyPicture() {
    TestFiles.assertDamaged(
        TiffFiles.drawn(2, 3, 8)
            .tag(TiffFiles.TILE_WIDTH, 1_000_000)
            .tag(TiffFiles.TILE_HEIGHT, 1_000_000)
            .pixels(TestFiles::rgb));
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
    png[png.length - 20]++;
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
