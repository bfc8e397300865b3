package io.faceservice.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.Backend;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Backend} with a server of its own promises of a network that fails: an answer
 * in time, which says what is the matter, and no grudge afterwards. The server stays up throughout;
 * a {@link TcpProxy} stands between.
 */
public abstract class RemoteBackendContract<B extends Backend> {
  private static final Duration RECOVERY = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private @Nullable TcpProxy network;
  private @Nullable B built;

  /** The port of 127.0.0.1 on which the real server listens. */
  protected abstract int serverPort();

  /**
   * A back end not yet prepared that connects to this port of 127.0.0.1 and nowhere else, with
   * storage that no other test sees, and with timeouts well below {@link #patience}.
   */
  protected abstract B newBackend(int port);

  /** Any read of the port that asks the server. */
  protected abstract void use(B backend);

  /** The longest that any call of such a back end may take, with room for a busy machine. */
  protected abstract Duration patience();

  @BeforeEach
  final void connect() {
    network = new TcpProxy(serverPort());
    built = newBackend(network.port());
  }

  @AfterEach
  final void disconnect() {
    backend().close();
    network().close();
  }

  private TcpProxy network() {
    return Objects.requireNonNull(network);
  }

  private B backend() {
    return Objects.requireNonNull(built);
  }

  private B prepared() {
    B backend = backend();
    backend.prepare();
    use(backend);
    return backend;
  }

  @Test
  final void isUnavailableWhileTheServerCannotBeReached() {
    B backend = prepared();
    network().cut();
    assertThat(failure(() -> use(backend))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  final void timesOutWhileTheServerDoesNotAnswer() {
    B backend = prepared();
    network().pause();
    assertThat(failure(() -> use(backend))).isEqualTo(Kind.TIMEOUT);
  }

  @Test
  final void isDownWhileTheServerIsAndSaysSoInTime() {
    B backend = prepared();
    network().cut();
    assertThat(inTime(() -> backend.check().up())).isFalse();
    network().restore();
    eventually(() -> assertThat(inTime(() -> backend.check().up())).isTrue());
    network().pause();
    assertThat(inTime(() -> backend.check().up())).isFalse();
  }

  @Test
  final void cannotBePreparedWithoutItsServerAndCanOnceItIsThere() {
    network().cut();
    assertThat(failure(backend()::prepare)).isEqualTo(Kind.UNAVAILABLE);
    assertThat(backend().check().up()).isFalse();
    network().restore();
    eventually(backend()::prepare);
    use(backend());
  }

  @Test
  final void worksAgainAfterTheServerCouldNotBeReached() {
    B backend = prepared();
    network().cut();
    failure(() -> use(backend));
    network().restore();
    eventually(() -> use(backend));
  }

  @Test
  final void worksAgainAfterTheServerDidNotAnswer() {
    B backend = prepared();
    network().pause();
    failure(() -> use(backend));
    network().restore();
    eventually(() -> use(backend));
  }

  @Test
  final void closesInTimeWithoutItsServer() {
    B backend = prepared();
    network().pause();
    assertThat(
            inTime(
                () -> {
                  backend.close();
                  return true;
                }))
        .isTrue();
  }

  /** Of what kind the failure is that comes, in time, of a call. */
  private Kind failure(Runnable call) {
    return inTime(
        () -> {
          try {
            call.run();
          } catch (BackendException e) {
            return e.kind();
          }
          throw new AssertionError("the call succeeded without its server");
        });
  }

  private interface Asked<T> {
    T answer();
  }

  private <T> T inTime(Asked<T> asked) {
    try {
      return CompletableFuture.supplyAsync(asked::answer)
          .get(patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer within " + patience(), e);
    } catch (ExecutionException e) {
      throw new AssertionError("the call failed otherwise", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Does it again until it succeeds, which has to be soon. */
  private static void eventually(Runnable call) {
    long end = System.nanoTime() + RECOVERY.toNanos();
    while (true) {
      try {
        call.run();
        return;
      } catch (BackendException | AssertionError e) {
        if (System.nanoTime() > end) {
          throw new AssertionError("it does not recover", e);
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }
}
