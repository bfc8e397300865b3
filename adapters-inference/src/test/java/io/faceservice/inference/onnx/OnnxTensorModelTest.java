package io.faceservice.inference.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.port.BackendException;
import io.faceservice.inference.InstalledPack;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModelContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the default pack's landmark model, which is the smallest. */
final class OnnxTensorModelTest extends TensorModelContract {

  @Override
  protected TensorEngine engine() {
    return new OnnxEngine(1);
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

  @Test
  void refusesToRunOnNoThreads() {
    assertThatThrownBy(() -> new OnnxEngine(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToLoadWhatIsNoModel(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "This is no model.");
    byte[] whole = Files.readAllBytes(file());
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));

    for (Path file : List.of(text, cut, folder.resolve("missing"))) {
      assertThatThrownBy(() -> engine().load(file, signature()))
          .isInstanceOf(BackendException.class);
    }
  }
}
