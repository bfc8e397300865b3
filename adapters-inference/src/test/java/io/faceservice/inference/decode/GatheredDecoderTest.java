package io.faceservice.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Point;
import io.faceservice.inference.pack.GatheredOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As many rows as faces: none of the other families' anchors. */
final class GatheredDecoderTest {
  private final FaceDecoder decoder =
      FaceDecoder.of(Roles.detector(320, 224, new GatheredOutput("faces")));

  private static float[] row(float left, float valid, float score) {
    return new float[] {
      left, 0.25f, 0.75f, 0.5f, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1, valid,
      score
    };
  }

  private List<RawFace> decode(float[]... rows) {
    float[] values = new float[16 * rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, 16 * i, 16);
    }
    return decoder.decode(Map.of("faces", Tensor.of(values, rows.length, 16)));
  }

  @Test
  void takesBoxPointsAndScoreAsTheyAre() {
    RawFace face = decode(row(0.25f, 1, 0.75f)).getFirst();

    assertThat(face.box()).isEqualTo(new Box(0.25, 0.25, 0.75, 0.5));
    assertThat(face.confidence()).isEqualTo(0.75);
    assertThat(face.keypoints()).hasSize(5);
    assertThat(face.keypoints().getLast().x()).isCloseTo(0.9, within(1e-6));
    assertThat(face.keypoints().getLast()).extracting(Point::y).isEqualTo(1.0);
  }

  @Test
  void findsNobodyWhereThereAreNoRows() {
    assertThat(decode()).isEmpty();
  }

  @Test
  void leavesRowsThatAreNotValidOrBelowTheThreshold() {
    assertThat(decode(row(0.1f, 0, 0.9f), row(0.2f, 1, 0.4f), row(0.3f, 1, 0.5f))).hasSize(1);
  }

  @Test
  void dropsNumbersThatMakeNoFace() {
    assertThat(decode(row(Float.NaN, 1, 0.9f), row(0.8f, 1, 0.9f))).isEmpty();
  }

  @Test
  void namesAnOutputThatIsMissingOrOfAnotherShape() {
    assertThatThrownBy(() -> decoder.decode(Map.of()))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("faces");
    assertThatThrownBy(() -> decoder.decode(Map.of("faces", Tensor.of(new float[15], 1, 15))))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("rows of 16");
  }
}
