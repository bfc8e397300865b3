package io.faceservice.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.inference.pack.Manifests;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of embedders outlives the process, and another one is refused. */
final class FileKnownEmbeddersTest {
  private static final ModelId MODEL = new ModelId("whole-1");
  private static final ModelPack PACK = Manifests.pack(Manifests.WHOLE, null);

  @TempDir Path folder;

  private FaceModels models(float... embedding) {
    ScriptedEngine engine =
        new ScriptedEngine()
            .answering(
                "find.onnx",
                Map.of(
                    "s", Tensor.of(new float[8], 8, 1),
                    "b", Tensor.of(new float[32], 8, 4),
                    "k", Tensor.of(new float[80], 8, 10)))
            .answering("encode.onnx", Map.of("out", Tensor.of(embedding, 1, 4)));
    return new FaceModels(
        PACK, pack -> folder, engine, new FileKnownEmbedders(folder.resolve("embedders")));
  }

  @Test
  void remembersAcrossProcesses() {
    var embedding = Embedding.normalised(new float[] {3, 0, 4, 0});
    new FileKnownEmbedders(folder).remember(MODEL, embedding);

    assertThat(new FileKnownEmbedders(folder).find(MODEL)).contains(embedding);
    assertThat(new FileKnownEmbedders(folder).find(new ModelId("whole-2"))).isEmpty();
  }

  @Test
  void goesOnWithTheSameEmbedderAfterARestart() {
    models(3, 0, 4, 0).prepare();
    assertThatCode(models(3.01f, 0, 3.99f, 0)::prepare).doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherEmbedderOfTheSameNameAfterARestart() {
    models(3, 0, 4, 0).prepare();
    FaceModels others = models(4, 0, 3, 0);

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(others::prepare)
        .withMessageContaining("encode.onnx")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
    assertThat(others.check().up()).isFalse();
  }

  @Test
  void refusesToGuessWhereWhatWasKeptIsDamaged() throws IOException {
    models(3, 0, 4, 0).prepare();
    Files.write(folder.resolve("embedders").resolve("whole-1.embedder"), new byte[3]);

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(models(3, 0, 4, 0)::prepare)
        .withMessageContaining("whole-1.embedder");
  }
}
