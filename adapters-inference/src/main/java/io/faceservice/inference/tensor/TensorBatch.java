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

/**
 * Pictures that share one run, one or more a member. Added to under the lock of whoever made it,
 * and run once.
 */
final class TensorBatch {
  private final List<Map<String, Tensor>> members = new ArrayList<>();
  private final CompletableFuture<List<Map<String, Tensor>>> answers = new CompletableFuture<>();
  private final CountDownLatch full = new CountDownLatch(1);
  private final int most;
  private int size;

  TensorBatch(int most) {
    this.most = most;
  }

  /** How many pictures the inputs are, as all of them agree; 0 where they do not. */
  static int pictures(Map<String, Tensor> inputs) {
    long[] counts =
        inputs.values().stream().mapToLong(input -> input.shape()[0]).distinct().toArray();
    return counts.length == 1 ? (int) counts[0] : 0;
  }

  /** Whether there is room for the inputs, and they have the names and sizes of those there. */
  boolean takes(Map<String, Tensor> inputs) {
    Map<String, Tensor> first = members.getFirst();
    return size + pictures(inputs) <= most
        && inputs.keySet().equals(first.keySet())
        && inputs.entrySet().stream()
            .allMatch(in -> sameSizes(in.getValue(), first.get(in.getKey())));
  }

  private static boolean sameSizes(Tensor a, @Nullable Tensor b) {
    return b != null && Arrays.equals(shape(a, 0), shape(b, 0));
  }

  private static long[] shape(Tensor tensor, long pictures) {
    long[] shape = tensor.shape();
    shape[0] = pictures;
    return shape;
  }

  /** Returns at which place the inputs are, 0 for the first. */
  int add(Map<String, Tensor> inputs) {
    members.add(inputs);
    size += pictures(inputs);
    if (isFull()) {
      full.countDown();
    }
    return members.size() - 1;
  }

  boolean isFull() {
    return size >= most;
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
      List<float[]> parts =
          members.stream()
              .map(member -> member.getOrDefault(first.getKey(), first.getValue()).values())
              .toList();
      joined.put(first.getKey(), Tensor.joined(parts, shape(first.getValue(), size)));
    }
    return joined;
  }

  private List<Map<String, Tensor>> split(Map<String, Tensor> outputs) {
    if (members.size() == 1) {
      return List.of(outputs);
    }
    List<Map<String, Tensor>> parts = new ArrayList<>();
    int next = 0;
    for (Map<String, Tensor> member : members) {
      int pictures = pictures(member);
      Map<String, Tensor> part = new HashMap<>();
      for (var output : outputs.entrySet()) {
        part.put(output.getKey(), part(output.getKey(), output.getValue(), next, pictures));
      }
      parts.add(part);
      next += pictures;
    }
    return parts;
  }

  private Tensor part(String name, Tensor whole, int from, int pictures) {
    if (whole.shape().length == 0 || whole.shape()[0] != size) {
      throw new BackendException(
          Kind.CORRUPT, "inference", "%s is %s for %d pictures".formatted(name, whole, size));
    }
    int each = whole.values().length / size;
    return Tensor.of(
        Arrays.copyOfRange(whole.values(), from * each, (from + pictures) * each),
        shape(whole, pictures));
  }
}
