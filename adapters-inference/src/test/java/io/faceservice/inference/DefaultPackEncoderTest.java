package io.faceservice.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.inference.onnx.OnnxEngine;
import org.junit.jupiter.api.Test;

/** The files as they are, made for one picture. */
final class DefaultPackEncoderTest extends DefaultPackEncoderContract {

  DefaultPackEncoderTest() {
    super(new OnnxEngine(1));
  }

  @Test
  void encodesEachFaceAlone() {
    assertThat(encoder().atOnce()).isEqualTo(1);
    assertThat(runsForFourFaces()).containsExactly(1L, 1L, 1L, 1L);
  }
}
