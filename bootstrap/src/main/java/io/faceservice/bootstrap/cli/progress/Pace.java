package io.faceservice.bootstrap.cli.progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * How fast something goes now: over the last half minute, since a beginning of another speed
 * (things that were done before are skipped fast) says nothing about the rest.
 */
final class Pace {
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long nanos, long done) {}

  Pace(long nanos) {
    samples.add(new Sample(nanos, 0));
  }

  /** Notes how much is done at a time, and drops what is older than the window but for the last. */
  void note(long nanos, long done) {
    samples.add(new Sample(nanos, done));
    while (samples.size() > 2 && nanos - second().nanos() >= WINDOW) {
      samples.removeFirst();
    }
  }

  private Sample second() {
    var each = samples.iterator();
    each.next();
    return each.next();
  }

  /** How much a second, or empty if nothing was done or no time has passed. */
  OptionalDouble perSecond() {
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    double seconds = (last.nanos() - first.nanos()) / 1e9;
    return seconds > 0 && last.done() > first.done()
        ? OptionalDouble.of((last.done() - first.done()) / seconds)
        : OptionalDouble.empty();
  }
}
