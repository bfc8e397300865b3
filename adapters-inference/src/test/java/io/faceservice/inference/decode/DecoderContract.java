package io.faceservice.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.port.BackendException;
import io.faceservice.inference.decode.Faces.Tensors;
import io.faceservice.inference.decode.Faces.Truth;
import io.faceservice.inference.pack.DetectorOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What every decoder family does. A family brings its manifest part and the reference encoder: the
 * upstream formulas solved for the outputs, with anchors counted here and not by the code under
 * test.
 */
abstract class DecoderContract {
  private static final double THRESHOLD = Roles.THRESHOLD;

  abstract DetectorOutput output();

  abstract int width();

  abstract int height();

  /** Tensors in which every anchor is background. */
  abstract Tensors background();

  /** How many anchors there are in all. */
  abstract int anchors();

  /** Makes the anchor of that number, counted over all levels, tell the face. */
  abstract void encode(Tensors tensors, int anchor, Truth truth);

  final FaceDecoder decoder() {
    return FaceDecoder.of(Roles.detector(width(), height(), output()));
  }

  @Test
  final void findsNobodyInTheBackground() {
    assertThat(decoder().decode(background().outputs())).isEmpty();
  }

  @Test
  final void findsEveryEncodedFaceWhereItWas() {
    RandomGenerator random = Faces.random(7);
    for (int i = 0; i < 200; i++) {
      Tensors tensors = background();
      Truth truth = Faces.random(random, width(), height());
      encode(tensors, random.nextInt(anchors()), truth);

      List<RawFace> faces = decoder().decode(tensors.outputs());

      assertThat(faces).hasSize(1);
      Faces.assertSame(faces.getFirst(), truth, width(), height(), output().givesKeypoints());
    }
  }

  @Test
  final void readsTheFirstAndTheLastAnchor() {
    Truth truth = Faces.random(Faces.random(11), width(), height());
    for (int anchor : new int[] {0, 1, anchors() - 2, anchors() - 1}) {
      Tensors tensors = background();
      encode(tensors, anchor, truth);
      Faces.assertSame(
          decoder().decode(tensors.outputs()).getFirst(),
          truth,
          width(),
          height(),
          output().givesKeypoints());
    }
  }

  @Test
  final void keepsFacesAtTheThresholdAndLeavesThoseBelow() {
    Truth face = Faces.random(Faces.random(3), width(), height());
    Tensors tensors = background();
    encode(tensors, 0, face.scored(THRESHOLD + 0.001));
    encode(tensors, anchors() - 1, face.scored(THRESHOLD - 0.001));

    assertThat(decoder().decode(tensors.outputs())).hasSize(1);
  }

  @Test
  final void leavesOneFaceOfManyAnchorsToSuppression() {
    RandomGenerator random = Faces.random(5);
    Truth face = Faces.random(random, width(), height());
    Tensors tensors = background();
    List<Integer> told = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int anchor = random.nextInt(anchors());
      if (!told.contains(anchor)) {
        told.add(anchor);
        encode(tensors, anchor, face.scored(0.6 + 0.01 * i));
      }
    }

    List<RawFace> faces = decoder().decode(tensors.outputs());

    assertThat(faces).hasSize(told.size());
    List<RawFace> kept = NonMaximumSuppression.keep(faces, 0.4);
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().confidence())
        .isEqualTo(faces.stream().mapToDouble(RawFace::confidence).max().orElseThrow());
  }

  @Test
  final void dropsNumbersThatMakeNoFace() {
    Truth face = Faces.random(Faces.random(13), width(), height());
    for (float nonsense : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      Tensors tensors = background();
      encode(tensors, 0, face);
      for (var output : tensors.outputs().entrySet()) {
        if (output.getValue().columns() > 2) {
          output.getValue().values()[2] = nonsense;
        }
      }
      assertThat(decoder().decode(tensors.outputs())).isEmpty();
    }
  }

  @Test
  final void namesAnOutputThatIsMissing() {
    for (String name : background().outputs().keySet()) {
      Map<String, Tensor> outputs = new HashMap<>(background().outputs());
      outputs.remove(name);
      assertThatThrownBy(() -> decoder().decode(outputs))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("no output " + name);
    }
  }

  @Test
  final void namesAnOutputOfAnotherShape() {
    for (String name : background().outputs().keySet()) {
      Tensor right = Objects.requireNonNull(background().outputs().get(name));
      int rows = right.rows();
      int columns = right.columns();
      Tensor wide = Tensor.of(new float[rows * (columns + 1)], 1, rows, columns + 1);
      Tensor tall = Tensor.of(new float[(rows + 1) * columns], 1, rows + 1, columns);
      for (Tensor wrong : List.of(wide, tall)) {
        Map<String, Tensor> outputs = new HashMap<>(background().outputs());
        outputs.put(name, wrong);
        assertThatThrownBy(() -> decoder().decode(outputs))
            .isInstanceOf(BackendException.class)
            .hasMessageContaining("output ");
      }
    }
  }
}
