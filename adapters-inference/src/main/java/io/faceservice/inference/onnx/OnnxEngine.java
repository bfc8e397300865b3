package io.faceservice.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Health;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ONNX Runtime in this process; one session a model, shared by all threads. */
public final class OnnxEngine implements TensorEngine {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxEngine.class);

  private final OnnxOptions options;
  private final OnnxSessions sessions;

  /** On the processor, one picture at a time. */
  public OnnxEngine(int threads) {
    this(OnnxOptions.onCpu(threads));
  }

  /**
   * @throws IllegalArgumentException if a GPU is asked for that this build cannot use
   */
  public OnnxEngine(OnnxOptions options) {
    this.options = options;
    this.sessions = new OnnxSessions(options);
  }

  @Override
  public TensorModel load(Path file, TensorSignature signature) {
    try {
      byte[] model = light(file, Files.readAllBytes(file), signature);
      if (options.freeBatch()) {
        TensorModel freed = load(file, FreedBatch.of(model), signature);
        if (BatchTrial.passes(freed, signature)) {
          return freed;
        }
        freed.close();
        LOG.warn("{} does not bear several pictures in one run and gets one", file.getFileName());
      }
      return load(file, model, signature);
    } catch (InvalidProtocolBufferException e) {
      throw corrupt(file, e);
    } catch (IOException e) {
      throw corrupt(file, e);
    }
  }

  private byte[] light(Path file, byte[] model, TensorSignature signature)
      throws InvalidProtocolBufferException {
    Optional<byte[]> light = TinyWeights.dropped(model);
    if (light.isEmpty()) {
      return model;
    }
    try (TensorModel whole = load(file, model, signature);
        TensorModel dropped = load(file, light.get(), signature)) {
      return WeightsTrial.passes(whole, dropped, signature) ? light.get() : model;
    }
  }

  private TensorModel load(Path file, byte[] model, TensorSignature signature) {
    try {
      OrtSession session = sessions.open(model);
      return new OnnxTensorModel(
          String.valueOf(file.getFileName()), OrtEnvironment.getEnvironment(), session, signature);
    } catch (OrtException e) {
      throw corrupt(file, e);
    }
  }

  private static BackendException corrupt(Path file, Exception e) {
    return new BackendException(
        Kind.CORRUPT, "inference", "ONNX Runtime cannot load " + file + ": " + e.getMessage(), e);
  }

  /** On a processor runs side by side use its cores best. */
  @Override
  public boolean fasterTogether() {
    return sessions.onGpu();
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
