package io.faceservice.bootstrap.cli.benchmark;

import java.util.Arrays;

/**
 * How long something took, many times over.
 *
 * @param count how often it was done
 * @param median milliseconds of wall time
 * @param p99 milliseconds of wall time that 99 of 100 did not exceed
 * @param wallPerRun milliseconds of wall time over all, divided by the count
 * @param cpuPerRun milliseconds of processor time of the whole process, divided by the count
 */
record Timings(int count, double median, double p99, double wallPerRun, double cpuPerRun) {

  static Timings of(long[] nanoseconds, long wall, long cpu) {
    long[] sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    return new Timings(
        sorted.length,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6,
        wall / 1e6 / sorted.length,
        cpu / 1e6 / sorted.length);
  }
}
