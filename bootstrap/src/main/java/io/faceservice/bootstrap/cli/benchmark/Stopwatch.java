package io.faceservice.bootstrap.cli.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs a task many times and takes the time of each. */
final class Stopwatch {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Something to be timed. */
  interface Task {
    void run() throws Exception;
  }

  /**
   * What was measured at a time, in nanoseconds.
   *
   * @param times of each run
   * @param wall over all
   * @param cpu of the whole process
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, and compared with nothing
  record Lap(long[] times, long wall, long cpu) {}

  private Stopwatch() {}

  /**
   * Warms up with a tenth of the runs (five at least), then measures.
   *
   * @param runs how many in all
   * @param clients how many at a time
   */
  static Lap measure(Task task, int runs, int clients)
      throws InterruptedException, ExecutionException {
    repeat(task, Math.max(5, runs / 10), clients);
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    long[] times = repeat(task, runs, clients);
    return new Lap(times, System.nanoTime() - start, PROCESS.getProcessCpuTime() - cpu);
  }

  private static long[] repeat(Task task, int runs, int clients)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        running.add(
            threads.submit(
                () -> {
                  long start = System.nanoTime();
                  task.run();
                  return System.nanoTime() - start;
                }));
      }
      long[] times = new long[runs];
      for (int i = 0; i < runs; i++) {
        times[i] = running.get(i).get();
      }
      return times;
    }
  }
}
