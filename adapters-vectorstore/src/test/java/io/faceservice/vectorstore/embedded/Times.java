package io.faceservice.vectorstore.embedded;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How long calls took, in milliseconds, ascending. */
public record Times(List<Double> milliseconds) {

  /** What is timed; it gets the number of the call. */
  public interface Timed {
    void call(int number);
  }

  /** One call after another, after as many untimed ones for the compiler's sake. */
  public static Times alone(int calls, Timed timed) {
    IntStream.range(0, calls).forEach(timed::call);
    return once(calls, timed);
  }

  /** One call after another. */
  public static Times once(int calls, Timed timed) {
    return sorted(IntStream.range(0, calls).mapToDouble(i -> time(i, timed)).toArray());
  }

  /** Processor time of the calling thread for one call, in the median. */
  static double processor(int calls, Timed timed) {
    var threads = ManagementFactory.getThreadMXBean();
    double[] times =
        IntStream.range(0, calls)
            .mapToDouble(
                i -> {
                  long start = threads.getCurrentThreadCpuTime();
                  timed.call(i);
                  return (threads.getCurrentThreadCpuTime() - start) / 1e6;
                })
            .toArray();
    return sorted(times).at(0.5);
  }

  /** Several callers at once, each one call after another. */
  static Times together(int callers, int calls, Timed timed) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(callers)) {
      List<Callable<double[]>> tasks =
          IntStream.range(0, callers)
              .<Callable<double[]>>mapToObj(
                  caller ->
                      () ->
                          IntStream.range(0, calls)
                              .mapToDouble(i -> time(caller * calls + i, timed))
                              .toArray())
              .toList();
      return sorted(
          threads.invokeAll(tasks).stream()
              .map(Times::of)
              .flatMapToDouble(Arrays::stream)
              .toArray());
    }
  }

  private static double[] of(Future<double[]> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double time(int number, Timed timed) {
    long start = System.nanoTime();
    timed.call(number);
    return (System.nanoTime() - start) / 1e6;
  }

  private static Times sorted(double[] times) {
    return new Times(Arrays.stream(times).sorted().boxed().toList());
  }

  /** The time that this share of the calls did not exceed. */
  public double at(double share) {
    return milliseconds.get(Math.min(milliseconds.size() - 1, (int) (share * milliseconds.size())));
  }

  @Override
  public String toString() {
    return "%.2f / %.2f".formatted(at(0.5), at(0.99));
  }
}
