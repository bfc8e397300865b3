package io.faceservice.application.acquire;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The bounded pool of threads that work on images: as many at a time as the processor has cores, so
 * that a crowd of requests waits its turn instead of slowing each other down.
 */
public final class Workers {
  private final ExecutorService threads;

  /**
   * @param threads platform threads: native inference would pin a virtual thread's carrier. Owned
   *     and shut down by the caller
   */
  public Workers(ExecutorService threads) {
    this.threads = threads;
  }

  /**
   * Runs all tasks and returns their results in the tasks' order. When one fails, those not yet
   * started are given up and its exception is thrown as it is.
   */
  public <T> List<T> all(List<? extends Callable<T>> tasks) {
    List<Future<T>> running =
        tasks.stream().map(task -> threads.submit((Callable<T>) task)).toList();
    try {
      return running.stream().map(Workers::result).toList();
    } finally {
      running.forEach(future -> future.cancel(false));
    }
  }

  /** Runs one task and returns its result; its exception is thrown as it is. */
  public <T> T one(Callable<T> task) {
    return all(List.of(task)).getFirst();
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException("a task failed", e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an image", e);
    }
  }
}
