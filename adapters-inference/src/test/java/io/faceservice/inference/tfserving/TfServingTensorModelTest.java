package io.faceservice.inference.tfserving;

import io.faceservice.inference.InstalledPack;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModelContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** The default pack's landmark model, served by TensorFlow. */
@Tag("backends")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TfServingTensorModelTest extends TensorModelContract {
  private final StandIn server = StandIn.ofDefaultPack();
  private final TfServingEngine engine = Options.engine(server.target());

  @AfterAll
  void stop() {
    engine.close();
    server.close();
  }

  @Override
  protected TensorEngine engine() {
    return engine;
  }

  @Override
  protected Path file() {
    return InstalledPack.folder().resolve("fr_landmark.onnx");
  }

  @Override
  protected String input() {
    return "input";
  }

  @Override
  protected long[] inputShape() {
    return new long[] {1, 1, 64, 64};
  }

  @Override
  protected String output() {
    return "output";
  }

  @Override
  protected long[] outputShape() {
    return new long[] {1, 136};
  }
}
