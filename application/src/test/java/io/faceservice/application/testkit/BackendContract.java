package io.faceservice.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.Backend;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Health;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of every {@link Backend}: built, prepared once, checked often, closed last. */
public abstract class BackendContract<B extends Backend> {
  private final Deque<B> built = new ArrayDeque<>();

  /**
   * A back end not yet prepared, over the same storage for all calls within one test, which no
   * other test sees.
   */
  protected abstract B newBackend();

  /** Any call of the port but those of {@link Backend}; it succeeds on a prepared back end. */
  protected abstract void use(B backend);

  /** Builds a back end that is closed, if need be, after the test. */
  protected final B build() {
    return closing(newBackend());
  }

  /** Sees to it that a back end is closed, if need be, after the test. */
  protected final B closing(B backend) {
    built.push(backend);
    return backend;
  }

  /** Builds and prepares a back end that is closed, if need be, after the test. */
  protected final B open() {
    B backend = build();
    backend.prepare();
    return backend;
  }

  @AfterEach
  final void closeAll() {
    built.forEach(Backend::close);
  }

  @Test
  final void isDownUntilPrepared() {
    B backend = build();
    assertThat(backend.check().up()).isFalse();
    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> use(backend));
    backend.prepare();
    assertThat(backend.check().up()).isTrue();
  }

  @Test
  final void servesOncePrepared() {
    assertThatCode(() -> use(open())).doesNotThrowAnyException();
  }

  @Test
  final void preparesOnce() {
    B backend = open();
    use(backend);
    backend.prepare();
    assertThat(backend.check().up()).isTrue();
    assertThatCode(() -> use(backend)).doesNotThrowAnyException();
  }

  @Test
  final void saysHowItIsInASentence() {
    B backend = build();
    assertThat(backend.check()).extracting(Health::detail).asString().isNotBlank();
    backend.prepare();
    assertThat(backend.check()).extracting(Health::detail).asString().isNotBlank();
  }

  @Test
  final void refusesCallsOnceClosed() {
    B backend = open();
    backend.close();
    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> use(backend));
    assertThatExceptionOfType(BackendException.class).isThrownBy(backend::prepare);
    assertThat(backend.check().up()).isFalse();
  }

  @Test
  final void closesTwiceWithoutComplaint() {
    B backend = open();
    backend.close();
    assertThatCode(backend::close).doesNotThrowAnyException();
  }

  @Test
  final void closesUnprepared() {
    assertThatCode(build()::close).doesNotThrowAnyException();
  }

  @Test
  final void opensAgainOverTheSameStorage() {
    open().close();
    assertThatCode(() -> use(open())).doesNotThrowAnyException();
  }
}
