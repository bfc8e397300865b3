package io.faceservice.bootstrap.cli.benchmark;

import io.faceservice.bootstrap.cli.benchmark.Stopwatch.Lap;
import java.util.Arrays;
import java.util.List;

/**
 * How long something took, many times over, in one lap or several.
 *
 * @param count how often it was done
 * @param median milliseconds of wall time
 * @param p99 milliseconds of wall time that 99 of 100 did not exceed
 * @param wallPerRun milliseconds of wall time over all, divided by the count
 * @param cpuPerRun milliseconds of processor time of the whole process, divided by the count
 */
record Timings(int count, double median, double p99, double wallPerRun, double cpuPerRun) {

  static Timings of(List<Lap> laps) {
    long[] sorted =
        laps.stream().flatMapToLong(lap -> Arrays.stream(lap.times())).sorted().toArray();
    long wall = laps.stream().mapToLong(Lap::wall).sum();
    long cpu = laps.stream().mapToLong(Lap::cpu).sum();
    return new Timings(
        sorted.length,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6,
        wall / 1e6 / sorted.length,
        cpu / 1e6 / sorted.length);
  }

  double runsPerSecond() {
    return 1000 / wallPerRun;
  }
}
