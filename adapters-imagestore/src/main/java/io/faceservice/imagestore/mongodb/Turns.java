package io.faceservice.imagestore.mongodb;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets the threads of this process change one thing one after the other, so that they do not race
 * where a document's revision would make all but one of them start again. Between processes the
 * revision alone decides.
 */
final class Turns {
  private static final int STRIPES = 256;

  private final ReentrantLock[] stripes =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  /** Does the work while no other thread does any for the same thing. */
  <T> T taking(Object thing, Deadline deadline, Supplier<T> work) {
    ReentrantLock turn = stripes[Math.floorMod(thing.hashCode(), STRIPES)];
    try {
      if (!turn.tryLock(deadline.remainingMillis(), MILLISECONDS)) {
        throw MongoFailures.late();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw MongoFailures.interrupted(e);
    }
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }
}
