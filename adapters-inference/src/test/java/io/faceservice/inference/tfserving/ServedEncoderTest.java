package io.faceservice.inference.tfserving;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.inference.DefaultPackEncoderContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The default pack's encoder, served by TensorFlow. */
@Tag("backends")
final class ServedEncoderTest extends DefaultPackEncoderContract {
  private static final StandIn SERVER = StandIn.ofDefaultPack();

  ServedEncoderTest() {
    super(Options.engine(SERVER.target()));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void encodesTheFacesOfOneRequestInOneCall() {
    assertThat(encoder().atOnce()).isGreaterThan(4);
    assertThat(runsForFourFaces()).containsExactly(4L);
  }
}
