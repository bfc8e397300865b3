package io.faceservice.inference.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.testkit.ImageDecoderContract;
import io.faceservice.application.testkit.Pictures;
import io.faceservice.application.testkit.PngFiles;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Pixels;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Random damage to files of all kinds: pixels or a refusal may come of it, and nothing else. */
final class DamagedFilesTest {
  private static final int ROUNDS = 2_500;
  private static final long MAX_PIXELS = 100_000;

  private final ImageIoDecoder decoder = new ImageIoDecoder(new ImageLimits(100_000, MAX_PIXELS));
  private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(42);

  @Test
  void comeToPixelsOrARefusal() {
    List<byte[]> files = ImageDecoderContract.files();
    int decoded = 0;
    for (int i = 0; i < ROUNDS; i++) {
      decoded += decodes(damaged(files.get(i % files.size()))) ? 1 : 0;
    }
    assertThat(decoded).as("some damage is harmless, most is not").isBetween(50, ROUNDS - 50);
  }

  /** Sums are put right again, so that damage reaches the decoder proper. */
  @Test
  void comeToPixelsOrARefusalBehindCorrectSums() {
    byte[] rows = PngFiles.deflated(new byte[Pictures.HEIGHT * (1 + 3 * Pictures.WIDTH)]);
    for (int i = 0; i < 500; i++) {
      decodes(
          PngFiles.drawn(8, PngFiles.RGB)
              .chunk("tRNS", bytes(chance.nextInt(8)))
              .chunk("PLTE", bytes(chance.nextInt(800)))
              .chunk("IDAT", damaged(rows))
              .end());
    }
  }

  private boolean decodes(byte[] file) {
    try {
      Pixels pixels = decoder.decode(FaceImage.of(file));
      assertThat((long) pixels.width() * pixels.height()).isBetween(1L, MAX_PIXELS);
      return true;
    } catch (InvalidInputException e) {
      assertThat(e.problem()).isNotBlank();
      return false;
    }
  }

  private byte[] damaged(byte[] whole) {
    byte[] file = whole.clone();
    int flips = 1 + chance.nextInt(4);
    // Headers are short, and where decoders fall: every other flip goes there.
    int reach = chance.nextBoolean() ? Math.min(file.length, 64) : file.length;
    for (int i = 0; i < flips; i++) {
      file[chance.nextInt(reach)] = (byte) chance.nextInt(256);
    }
    boolean cut = chance.nextInt(4) == 0;
    return cut ? Arrays.copyOf(file, 1 + chance.nextInt(file.length)) : file;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    chance.nextBytes(bytes);
    return bytes;
  }
}
