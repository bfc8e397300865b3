package io.faceservice.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens sessions on the device that is wished for and there. */
final class OnnxSessions {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxSessions.class);

  private final OnnxOptions options;

  /** Made before all else: without it the runtime cannot even say why a GPU does not work. */
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

  private volatile boolean cuda;

  /**
   * @throws IllegalArgumentException if a GPU is asked for that this build cannot use
   */
  OnnxSessions(OnnxOptions options) {
    this.options = options;
    Set<OrtProvider> built = OrtEnvironment.getAvailableProviders();
    this.cuda = options.device().triesCuda(built);
    LOG.info(
        "ONNX Runtime: device {} was asked for, this build knows {}, so {} is tried",
        options.device(),
        built,
        cuda ? "CUDA" : "the processor");
  }

  /** Whether sessions are opened on a GPU, as far as tried. */
  boolean onGpu() {
    return cuda;
  }

  /** With {@code auto}, a GPU that is not there is told once and done without from then on. */
  OrtSession open(byte[] model) throws OrtException {
    if (cuda) {
      try {
        return open(model, true);
      } catch (OrtException e) {
        if (options.device().wish() == OnnxDevice.Wish.CUDA) {
          throw new BackendException(
              Kind.REFUSED,
              "inference",
              "face.inference.onnx.device is %s, which cannot be used: %s"
                  .formatted(options.device(), e.getMessage()),
              e);
        }
        cuda = false;
        LOG.warn("ONNX Runtime: the processor runs the models, for CUDA fails: {}", e.getMessage());
      }
    }
    return open(model, false);
  }

  private OrtSession open(byte[] model, boolean onGpu) throws OrtException {
    try (var session = new OrtSession.SessionOptions()) {
      session.setIntraOpNumThreads(options.threads());
      session.setInterOpNumThreads(1);
      session.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // Spinning threads burn the cores that other requests could use.
      session.addConfigEntry("session.intra_op.allow_spinning", "0");
      if (onGpu) {
        addGpu(session);
      }
      return environment.createSession(model, session);
    }
  }

  private void addGpu(OrtSession.SessionOptions session) throws OrtException {
    int gpu = options.device().gpu();
    if (!options.tensorRt().isEmpty()) {
      try (var tensorRt = new OrtTensorRTProviderOptions(gpu)) {
        for (Map.Entry<String, String> option : options.tensorRt().entrySet()) {
          tensorRt.add(option.getKey(), option.getValue());
        }
        session.addTensorrt(tensorRt);
      }
    }
    try (var provider = new OrtCUDAProviderOptions(gpu)) {
      for (Map.Entry<String, String> option : options.cuda().entrySet()) {
        provider.add(option.getKey(), option.getValue());
      }
      session.addCUDA(provider);
    }
  }
}
