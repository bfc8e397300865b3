package io.faceservice.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Health;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import java.nio.file.Path;

/** ONNX Runtime in this process; one session a model, shared by all threads. */
public final class OnnxEngine implements TensorEngine {
  private final int threads;

  /**
   * @param threads how many threads one run of a model may use; 1 serves a crowd best, for then
   *     requests run side by side without waiting for each other
   */
  public OnnxEngine(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a model runs on one thread or more");
    }
    this.threads = threads;
  }

  @Override
  public TensorModel load(Path file, TensorSignature signature) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // Spinning threads burn the cores that other requests could use.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return new OnnxTensorModel(
          file.getFileName().toString(),
          environment,
          environment.createSession(file.toString(), options),
          signature);
    } catch (OrtException e) {
      throw new BackendException(
          Kind.CORRUPT, "inference", "ONNX Runtime cannot load " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Health check() {
    return Health.up("ONNX Runtime in this process");
  }

  @Override
  public void close() {
    // Models share nothing but the environment, which lives as long as the process.
  }
}
