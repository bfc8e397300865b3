package io.faceservice.inference.tfserving;

import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tfserving.wire.DataType;
import io.faceservice.inference.tfserving.wire.PredictResponse;
import io.faceservice.inference.tfserving.wire.TensorProto;

/** What a broken server does to the answers of one model, or of {@link #ANY}. */
public record Spoiling(String model, Fault fault) {
  static final String ANY = "*";

  /** Ways to be broken. */
  public enum Fault {
    NONE,
    NO_ANSWER,
    ANOTHER_SHAPE,
    NO_NUMBERS,
    ANOTHER_TYPE,
    FEWER_VALUES,
    NO_OUTPUT,
    TOO_LARGE
  }

  static Spoiling nothing() {
    return new Spoiling(ANY, Fault.NONE);
  }

  boolean silences(String asked) {
    return fault == Fault.NO_ANSWER && concerns(asked);
  }

  private boolean concerns(String asked) {
    return model.equals(ANY) || model.equals(asked);
  }

  /** What is left of an answer. */
  PredictResponse of(String asked, PredictResponse answer) {
    if (!concerns(asked) || fault == Fault.NONE) {
      return answer;
    }
    PredictResponse.Builder spoilt = answer.toBuilder().clearOutputs();
    if (fault != Fault.NO_OUTPUT) {
      answer.getOutputsMap().forEach((name, output) -> spoilt.putOutputs(name, spoil(output)));
    }
    return spoilt.build();
  }

  private TensorProto spoil(TensorProto output) {
    return switch (fault) {
      case NONE, NO_ANSWER, NO_OUTPUT -> output;
      case ANOTHER_SHAPE -> WireTensors.toWire(Tensor.of(new float[7], 1, 7));
      case NO_NUMBERS -> {
        Tensor sound = WireTensors.fromWire("sound", output);
        float[] values = sound.values().clone();
        values[values.length - 1] = Float.NaN;
        yield WireTensors.toWire(Tensor.of(values, sound.shape()));
      }
      case ANOTHER_TYPE -> output.toBuilder().setDtype(DataType.DT_DOUBLE).build();
      case FEWER_VALUES -> {
        TensorProto whole = WireTensors.toWire(WireTensors.fromWire("sound", output));
        yield whole.toBuilder().setTensorContent(whole.getTensorContent().substring(0, 4)).build();
      }
      case TOO_LARGE -> WireTensors.toWire(Tensor.of(new float[5 << 20], 5 << 20));
    };
  }
}
