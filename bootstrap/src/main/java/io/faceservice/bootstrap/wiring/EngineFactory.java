package io.faceservice.bootstrap.wiring;

import io.faceservice.bootstrap.config.InferenceConfig;
import io.faceservice.bootstrap.config.InferenceConfig.OnnxConfig;
import io.faceservice.bootstrap.config.InferenceConfig.TfServingConfig;
import io.faceservice.bootstrap.config.StartException;
import io.faceservice.inference.install.PackStore;
import io.faceservice.inference.onnx.OnnxDevice;
import io.faceservice.inference.onnx.OnnxEngine;
import io.faceservice.inference.onnx.OnnxOptions;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.tensor.BatchingEngine;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tfserving.ModelVersions;
import io.faceservice.inference.tfserving.ServingOptions;
import io.faceservice.inference.tfserving.TfServingEngine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The engine that is configured. */
@Singleton
final class EngineFactory {
  private final InferenceConfig config;
  private final OnnxConfig onnx;
  private final TfServingConfig serving;
  private final PackStore store;

  EngineFactory(InferenceConfig config, OnnxConfig onnx, TfServingConfig serving, PackStore store) {
    this.config = config;
    this.onnx = onnx;
    this.serving = serving;
    this.store = store;
  }

  /**
   * The engine for a pack's models.
   *
   * @throws StartException if it lacks their files, or its settings make no sense
   */
  TensorEngine engine(ModelPack pack) {
    return switch (config.adapter()) {
      case ONNX -> {
        checkInstalled(pack);
        yield batching(onnx(), onnx.batchWindow());
      }
      case TFSERVING -> batching(serving(), serving.batchWindow());
    };
  }

  private void checkInstalled(ModelPack pack) {
    List<String> problems = store.problems(pack);
    if (!problems.isEmpty()) {
      throw new StartException(
          "The model pack %s is not installed: %s. Run: face-service models install %s"
              .formatted(pack.id(), problems.getFirst(), config.pack()));
    }
  }

  private static TensorEngine batching(TensorEngine engine, Duration window) {
    return window.isPositive() ? new BatchingEngine(engine, window) : engine;
  }

  private TensorEngine onnx() {
    try {
      return new OnnxEngine(
          new OnnxOptions(
              onnx.threads(),
              OnnxDevice.parse(onnx.device()),
              onnx.batchWindow().isPositive(),
              OnnxOptions.providerOptions(onnx.cudaOptions()),
              OnnxOptions.providerOptions(onnx.tensorrtOptions())));
    } catch (IllegalArgumentException e) {
      throw new StartException(
          "face.inference.onnx (device, cuda-options, tensorrt-options): " + e.getMessage(), e);
    }
  }

  private TensorEngine serving() {
    try {
      return new TfServingEngine(
          new ServingOptions(
              serving.target(),
              serving.deadline(),
              serving.keepAlive(),
              serving.maxMessageBytes(),
              serving.tls(),
              serving.trusted()),
          new ModelVersions(serving.versions()));
    } catch (IllegalArgumentException e) {
      throw new StartException("face.inference.tfserving: " + e.getMessage(), e);
    }
  }
}
