package io.faceservice.bootstrap.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RemoteGuardTest {
  private final Guard guard = Guards.remote();
  private int calls;

  /** A call that fails so often, and then succeeds. */
  private Supplier<String> failing(int times, RuntimeException failure) {
    return () -> {
      if (++calls <= times) {
        throw failure;
      }
      return "done";
    };
  }

  private static BackendException of(Kind kind) {
    return new BackendException(kind, "gallery", "the gallery fails");
  }

  private void failUntilItIsLeftAlone(Guard guard) {
    for (int i = 0; i < Guards.WINDOW; i++) {
      assertThatThrownBy(() -> guard.once(failing(Integer.MAX_VALUE, of(Kind.TIMEOUT))))
          .hasMessage("the gallery fails");
    }
    calls = 0;
  }

  @Test
  void repeatsWhatIsSafeToRepeatWhenTheBackEndCannotBeReached() {
    assertThat(guard.again(failing(Guards.ATTEMPTS - 1, of(Kind.UNAVAILABLE)))).isEqualTo("done");
    assertThat(calls).isEqualTo(Guards.ATTEMPTS);
  }

  @Test
  void givesUpAfterAFewAttempts() {
    BackendException failure = of(Kind.UNAVAILABLE);
    assertThatThrownBy(() -> guard.again(failing(Integer.MAX_VALUE, failure))).isSameAs(failure);
    assertThat(calls).isEqualTo(Guards.ATTEMPTS);
  }

  @Test
  void repeatsNothingThatMustNotHappenTwiceOrTookItsWholeTimeOrWasRefused() {
    assertThatThrownBy(() -> guard.once(failing(1, of(Kind.UNAVAILABLE))));
    assertThat(calls).isEqualTo(1);
    for (Kind kind : new Kind[] {Kind.TIMEOUT, Kind.REFUSED, Kind.CORRUPT}) {
      calls = 0;
      assertThatThrownBy(() -> Guards.remote().again(failing(1, of(kind))));
      assertThat(calls).isEqualTo(1);
    }
  }

  @Test
  void repeatsNothingThatKeptItsCallerWaiting() {
    var clock = new AtomicLong();
    BackendException failure = of(Kind.UNAVAILABLE);
    Supplier<String> slow = failing(Integer.MAX_VALUE, failure);
    assertThatThrownBy(
            () ->
                Guards.timedBy(clock::get)
                    .again(
                        () -> {
                          clock.addAndGet(Duration.ofSeconds(3).toNanos());
                          return slow.get();
                        }))
        .isSameAs(failure);
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void leavesABackEndAloneThatFailsAgainAndAgain() {
    failUntilItIsLeftAlone(guard);
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> guard.again(failing(0, of(Kind.TIMEOUT))))
        .returns(Kind.UNAVAILABLE, BackendException::kind)
        .returns("gallery", BackendException::backend);
    assertThat(calls).isZero();
  }

  @Test
  void triesABackEndAgainAfterARest() {
    Guard restless = Guards.resting(Duration.ofMillis(1));
    failUntilItIsLeftAlone(restless);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (calls == 0) {
      assertThat(System.nanoTime()).as("it is tried again").isLessThan(end);
      try {
        assertThat(restless.once(failing(0, of(Kind.TIMEOUT)))).isEqualTo("done");
      } catch (BackendException stillResting) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void leavesNobodyAloneForWhatCallersDidWrong() {
    for (int i = 0; i < 3 * Guards.WINDOW; i++) {
      assertThatThrownBy(() -> guard.again(failing(1, new IllegalArgumentException())))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> guard.again(failing(9, of(Kind.REFUSED))));
      calls = 0;
    }
    assertThat(guard.once(failing(0, of(Kind.TIMEOUT)))).isEqualTo("done");
  }
}
