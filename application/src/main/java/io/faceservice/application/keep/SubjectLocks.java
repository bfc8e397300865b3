package io.faceservice.application.keep;

import io.faceservice.domain.biometric.SubjectKey;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets changes of one subject happen one after the other, in both stores, while those of others go
 * on; and lets somebody keep everyone from changing for a moment.
 */
public final class SubjectLocks {
  /** Subjects share locks by hash: far more locks than changes at a time, so they seldom meet. */
  private static final int STRIPES = 256;

  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];
  private final ReadWriteLock everyone = new ReentrantReadWriteLock(true);

  public SubjectLocks() {
    Arrays.setAll(stripes, i -> new ReentrantLock(true));
  }

  /** Runs a change while nobody else changes that subject. Not reentrant across subjects. */
  public <T> T holding(SubjectKey subject, Supplier<T> change) {
    return locked(
        everyone.readLock(),
        () -> locked(stripes[Math.floorMod(subject.hashCode(), STRIPES)], change));
  }

  /** Runs something while nobody changes any subject; keep it short. */
  public <T> T holdingAll(Supplier<T> work) {
    return locked(everyone.writeLock(), work);
  }

  private static <T> T locked(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
