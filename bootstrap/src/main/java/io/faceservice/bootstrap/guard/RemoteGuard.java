package io.faceservice.bootstrap.guard;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.bootstrap.config.GuardConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Guards calls over a network. What may be repeated is, a few times with growing waits of random
 * length, when the back end could not be reached; never after a call that took its whole time. A
 * back end that fails again and again is left alone for a while, and callers are told at once.
 */
public final class RemoteGuard implements Guard {
  private static final float HALF = 50;
  private static final int TRIALS = 2;

  /** A failure that took longer was waited for, whatever the back end calls it. */
  private static final Duration QUICK = Duration.ofSeconds(1);

  private final String backend;
  private final LongSupplier nanos;
  private final CircuitBreaker breaker;
  private final Retry retry;

  /**
   * @param backend which back end, in the words of its own failures
   */
  public RemoteGuard(String backend, GuardConfig config) {
    this(backend, config, System::nanoTime);
  }

  /** With a clock of the caller's own. */
  RemoteGuard(String backend, GuardConfig config, LongSupplier nanos) {
    this.backend = backend;
    this.nanos = nanos;
    this.breaker =
        CircuitBreaker.of(
            backend,
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(config.window())
                .minimumNumberOfCalls(config.window())
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(config.rest())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .recordException(RemoteGuard::isDown)
                .build());
    this.retry =
        Retry.of(
            backend,
            RetryConfig.custom()
                .maxAttempts(config.attempts())
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(config.pause()))
                .retryOnException(
                    e ->
                        e instanceof BackendException failure && failure.kind() == Kind.UNAVAILABLE)
                .build());
  }

  private static boolean isDown(Throwable thrown) {
    return thrown instanceof BackendException failure && failure.mayPass();
  }

  @Override
  public <T> T once(Supplier<T> call) {
    return told(CircuitBreaker.decorateSupplier(breaker, call));
  }

  @Override
  public <T> T again(Supplier<T> call) {
    return told(
        Retry.decorateSupplier(retry, timed(CircuitBreaker.decorateSupplier(breaker, call))));
  }

  /** Not a back end's failure to the eyes of the retry, which lets it pass. */
  private static final class WaitedFor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final BackendException failure;

    WaitedFor(BackendException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  private <T> Supplier<T> timed(Supplier<T> call) {
    return () -> {
      long from = nanos.getAsLong();
      try {
        return call.get();
      } catch (BackendException e) {
        throw nanos.getAsLong() - from > QUICK.toNanos() ? new WaitedFor(e) : e;
      }
    };
  }

  private <T> T told(Supplier<T> call) {
    try {
      return call.get();
    } catch (WaitedFor e) {
      throw e.failure;
    } catch (CallNotPermittedException e) {
      throw new BackendException(
          Kind.UNAVAILABLE, backend, backend + " failed again and again, and is left alone", e);
    }
  }
}
