package io.faceservice.inference.tensor;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Pictures that share one run. Added to under the lock of whoever made it, and run once. */
final class TensorBatch {
  private final List<Map<String, Tensor>> members = new ArrayList<>();
  private final CompletableFuture<List<Map<String, Tensor>>> answers = new CompletableFuture<>();
  private final CountDownLatch full = new CountDownLatch(1);
  private final int most;

  TensorBatch(int most) {
    this.most = most;
  }

  /** Whether the inputs have the names and sizes of those that are there. */
  boolean fits(Map<String, Tensor> inputs) {
    Map<String, Tensor> first = members.getFirst();
    return inputs.keySet().equals(first.keySet())
        && inputs.entrySet().stream()
            .allMatch(in -> sameShape(in.getValue(), first.get(in.getKey())));
  }

  private static boolean sameShape(Tensor a, @Nullable Tensor b) {
    return b != null && Arrays.equals(a.shape(), b.shape());
  }

  /** Returns at which place the inputs are, 0 for the first. */
  int add(Map<String, Tensor> inputs) {
    members.add(inputs);
    if (isFull()) {
      full.countDown();
    }
    return members.size() - 1;
  }

  boolean isFull() {
    return members.size() >= most;
  }

  /** Until it is full or the time is over, whichever comes first. */
  void awaitOthers(Duration window) {
    try {
      boolean _ = full.await(window.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What each place gets, or how all of them failed. */
  CompletableFuture<List<Map<String, Tensor>>> answers() {
    return answers;
  }

  void run(TensorRun model) {
    try {
      answers.complete(split(model.run(joined())));
    } catch (RuntimeException | Error e) {
      answers.completeExceptionally(e);
    }
  }

  private Map<String, Tensor> joined() {
    if (members.size() == 1) {
      return members.getFirst();
    }
    Map<String, Tensor> joined = new HashMap<>();
    for (var first : members.getFirst().entrySet()) {
      int size = first.getValue().values().length;
      float[] values = new float[size * members.size()];
      for (int i = 0; i < members.size(); i++) {
        Tensor part = members.get(i).getOrDefault(first.getKey(), first.getValue());
        System.arraycopy(part.values(), 0, values, i * size, size);
      }
      long[] shape = first.getValue().shape();
      shape[0] = members.size();
      joined.put(first.getKey(), Tensor.of(values, shape));
    }
    return joined;
  }

  private List<Map<String, Tensor>> split(Map<String, Tensor> outputs) {
    int count = members.size();
    if (count == 1) {
      return List.of(outputs);
    }
    List<Map<String, Tensor>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Tensor> part = new HashMap<>();
      for (var output : outputs.entrySet()) {
        part.put(output.getKey(), part(output.getKey(), output.getValue(), i));
      }
      parts.add(part);
    }
    return parts;
  }

  private Tensor part(String name, Tensor whole, int place) {
    long[] shape = whole.shape();
    if (shape.length == 0 || shape[0] != members.size()) {
      throw new BackendException(
          Kind.CORRUPT,
          "inference",
          "%s is %s for %d pictures".formatted(name, whole, members.size()));
    }
    shape[0] = 1;
    int size = whole.values().length / members.size();
    return Tensor.of(Arrays.copyOfRange(whole.values(), place * size, (place + 1) * size), shape);
  }
}
