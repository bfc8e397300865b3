package io.faceservice.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorCheck;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorRun;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One ONNX session. Runs share it; their tensors live in native memory only while they run. */
final class OnnxTensorModel implements TensorModel {
  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;

  /** Runs read, closing writes: native memory must outlive whoever still computes in it. */
  private final ReadWriteLock life = new ReentrantReadWriteLock();

  private boolean closed;

  private final TensorCheck check;
  private volatile Consumer<TensorRun> revisionCheck = run -> {};
  private volatile @Nullable TensorSignature told;

  OnnxTensorModel(
      String name, OrtEnvironment environment, OrtSession session, TensorSignature signature) {
    this.name = name;
    this.environment = environment;
    this.session = session;
    this.check = new TensorCheck(name, signature);
  }

  @Override
  public void checkRevisions(Consumer<TensorRun> revisionCheck) {
    this.revisionCheck = revisionCheck;
    this.told = null;
  }

  @Override
  public void prepare() {
    prepared();
  }

  /** A session never changes. */
  @Override
  public void recheck() {
    prepared();
  }

  /** What the session tells of itself, once it was held to the description. */
  private TensorSignature prepared() {
    TensorSignature known = told;
    if (known != null) {
      return known;
    }
    TensorSignature signature = guarded(() -> OnnxSignature.of(session));
    check.signature(signature);
    revisionCheck.accept(inputs -> guarded(() -> runOpen(inputs, signature)));
    told = signature;
    return signature;
  }

  @Override
  public boolean batches() {
    return prepared().inputs().stream()
        .allMatch(i -> !i.shape().isEmpty() && i.shape().getFirst() == TensorSpec.FREE);
  }

  /** What is done with the session while it is open. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws OrtException;
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs) {
    TensorSignature signature = prepared();
    return guarded(() -> runOpen(inputs, signature));
  }

  private <T> T guarded(Work<T> work) {
    life.readLock().lock();
    try {
      if (closed) {
        throw new BackendException(Kind.UNAVAILABLE, "inference", name + " is closed");
      }
      return work.run();
    } catch (OrtException e) {
      throw new BackendException(Kind.REFUSED, "inference", name + " did not run", e);
    } finally {
      life.readLock().unlock();
    }
  }

  private Map<String, Tensor> runOpen(Map<String, Tensor> inputs, TensorSignature signature)
      throws OrtException {
    Map<String, OnnxTensor> feeds = new HashMap<>();
    try (Arena arena = Arena.ofConfined()) {
      try {
        for (var input : inputs.entrySet()) {
          String key = input.getKey();
          feeds.put(
              key.equals(TensorSpec.ONLY) ? signature.inputs().getFirst().name() : key,
              toNative(arena, input.getValue()));
        }
        try (OrtSession.Result result = session.run(feeds)) {
          return check.outputs(fromNative(result), signature);
        }
      } finally {
        feeds.values().forEach(OnnxTensor::close);
      }
    }
  }

  private OnnxTensor toNative(Arena arena, Tensor tensor) throws OrtException {
    float[] values = tensor.values();
    MemorySegment memory = arena.allocate(ValueLayout.JAVA_FLOAT, values.length);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, values.length);
    FloatBuffer buffer = memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    return OnnxTensor.createTensor(environment, buffer, tensor.shape());
  }

  /** The outputs that are tensors of floats; models may have others, which no role reads. */
  private Map<String, Tensor> fromNative(OrtSession.Result result) {
    Map<String, Tensor> outputs = new HashMap<>();
    for (Map.Entry<String, OnnxValue> output : result) {
      if (check.cares(output.getKey()) && output.getValue() instanceof OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        if (buffer != null) {
          float[] values = new float[buffer.remaining()];
          buffer.get(values);
          outputs.put(output.getKey(), Tensor.of(values, tensor.getInfo().getShape()));
        }
      }
    }
    return outputs;
  }

  @Override
  public void close() {
    life.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new BackendException(Kind.REFUSED, "inference", name + " did not close", e);
    } finally {
      life.writeLock().unlock();
    }
  }
}
