package io.faceservice.vectorstore.milvus;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Health;
import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.vectorstore.milvus.MilvusServer.Patience;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a gallery, and of those who use it, when the server dies or stands still. */
@Tag("namespaces")
final class MilvusFaultTest {
  private static final ModelId MODEL = new ModelId("made-up-1");
  private static final int DIMENSION = 64;
  private static final Duration CALL = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Calls that one use of the gallery may make, and room for a machine that is busy. */
  private static final Duration BOUND = CALL.multipliedBy(5);

  private final Templates templates = new Templates(MODEL, DIMENSION);
  private final MilvusProcess server = new StandaloneMilvus(false);
  private final MilvusUnderTest milvus =
      MilvusUnderTest.on(server, new Patience(Duration.ofSeconds(1), CALL, PATIENCE));
  private final MilvusGallery gallery = milvus.gallery(MODEL, DIMENSION);

  @BeforeEach
  void start() {
    server.start();
    prepare(gallery);
  }

  /** The server's parts come up one after the other: like the service, it tries again. */
  private static void prepare(MilvusGallery gallery) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (fails(gallery::prepare)) {
      assertThat(System.nanoTime()).as("time until it is prepared").isLessThan(until);
    }
  }

  @AfterEach
  void stop() {
    gallery.close();
    server.close();
  }

  @Test
  void aKilledServerLosesNothingAndIsFoundAgain() {
    try (var load = new SteadyLoad(gallery, templates)) {
      load.awaitProgress();
      server.kill();
      load.awaitFailure();
      assertThat(gallery.check().up()).isFalse();
      server.start();
      load.awaitProgress();
      load.end();
      agrees(load);
    }
  }

  @Test
  void aServerThatStandsStillKeepsNobodyWaitingAndLosesNothing() {
    try (var load = new SteadyLoad(gallery, templates)) {
      load.awaitProgress();
      server.pause();
      load.awaitFailure();
      assertThat(gallery.check().up()).isFalse();
      server.resume();
      load.awaitProgress();
      load.end();
      agrees(load);
    }
  }

  private void agrees(SteadyLoad load) {
    assertThat(load.longest()).isLessThan(BOUND);
    assertThat(load.unexpected()).isEmpty();
    for (long seed : load.kept()) {
      assertThat(nearest(seed)).isEqualTo(SteadyLoad.subject(seed));
    }
    for (long seed : load.removed()) {
      ReferenceKey key = reference(SteadyLoad.subject(seed), templates.random(seed)).key();
      assertThat(gallery.find(key)).isEmpty();
      assertThat(nearest(seed)).isNotEqualTo(SteadyLoad.subject(seed));
    }
  }

  private String nearest(long seed) {
    return gallery.search(Source.DEFAULT, templates.random(seed), 1).candidates().stream()
        .map(candidate -> candidate.subject().value())
        .findFirst()
        .orElse("nobody");
  }

  @Test
  void preparesOnceTheServerIsThere() {
    server.kill();
    try (MilvusGallery early = milvus.gallery(MODEL, DIMENSION)) {
      assertThat(fails(early::prepare)).isTrue();
      server.start();
      prepare(early);
      Health health = early.check();
      assertThat(health.up()).as(health.detail()).isTrue();
    }
  }

  private static boolean fails(Runnable call) {
    try {
      call.run();
      return false;
    } catch (BackendException e) {
      return true;
    }
  }
}
