package io.faceservice.vectorstore.opensearch;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Versions of documents: microseconds since 1970, each later than the one before.
 *
 * <p>The server takes a write only if its stamp is later than the document's. A write that waited
 * in a stalled server until its caller had given up, and the reference was removed, thus comes too
 * late. Safe for use by many threads.
 */
final class Stamps {
  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  Stamps(InstantSource clock) {
    this.clock = clock;
  }

  long next() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    return last.updateAndGet(before -> Math.max(before + 1, now));
  }

  /** Makes all that follow later than a stamp of another process, whose clock may be ahead. */
  void follow(long stamp) {
    last.accumulateAndGet(stamp, Math::max);
  }
}
