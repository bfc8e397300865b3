package io.faceservice.imagestore.mongodb;

import java.time.Duration;

/** Until when a call of the store may wait, whatever number of commands it sends. */
final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** How many milliseconds are left, at least 1. */
  long remainingMillis() {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left < 1) {
      throw MongoFailures.late();
    }
    return left;
  }
}
