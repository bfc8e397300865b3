package io.faceservice.inference.tfserving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.FacialLandmarks.Scheme;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.FaceModels;
import io.faceservice.inference.FileKnownEmbedders;
import io.faceservice.inference.install.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five models of the first generation's customers, by small ones of the same signatures. */
@Tag("backends")
final class FirstGenerationModelsTest {
  private static final Pixels PICTURE = lit(640, 400);

  @TempDir static Path models;
  @TempDir static Path others;
  private static @Nullable StandIn server;

  @BeforeAll
  static void serve() {
    StandIn.run("legacy_models.py", models.toString(), "1");
    StandIn.run("legacy_models.py", others.toString(), "2");
    server = StandIn.serve(models.resolve("models.config"), 0);
  }

  @AfterAll
  static void stop() {
    server().close();
  }

  private static StandIn server() {
    return Objects.requireNonNull(server);
  }

  private static Pixels lit(int width, int height) {
    byte[] grey = new byte[width * height * Pixels.CHANNELS];
    Arrays.fill(grey, (byte) 128);
    return Pixels.ofRgb(width, height, grey);
  }

  private static FaceModels load(Path known) {
    return new FaceModels(
        Catalogue.pack(Catalogue.SERVED),
        pack -> Path.of("served"),
        Options.engine(server().target()),
        new FileKnownEmbedders(known));
  }

  @Test
  void servesEveryRoleWithTwoDetectors(@TempDir Path known) {
    try (FaceModels served = load(known)) {
      served.prepare();
      assertThat(served.check().up()).isTrue();

      // 320 x 200 are padded to 320 x 224: the boxes are fractions of 640 x 448.
      List<DetectedFace> fast = served.detector().detect(PICTURE, Search.CHOSEN_FACE);
      assertThat(fast.getFirst().box()).isEqualTo(new Box(240, 112, 400, 224));
      assertThat(fast.getFirst().keypoints()).hasSize(5);
      Box accurate = served.accurateDetector().detect(PICTURE, Search.CHOSEN_FACE).getFirst().box();
      assertThat(accurate.y2()).isCloseTo(238, within(0.01));

      FacialLandmarks landmarks = served.landmarker().landmarks(PICTURE, fast.getFirst());
      assertThat(landmarks.scheme()).isEqualTo(Scheme.IBUG_68);
      assertThat(served.encoder().encode(PICTURE, landmarks).embedding().dimension())
          .isEqualTo(512);
      assertThat(served.presentationAttackDetector().score(PICTURE, fast.getFirst()).value())
          .isCloseTo(128 / 255.0, within(1e-3));
    }
  }

  @Test
  void findsNobodyInTheDark(@TempDir Path known) {
    try (FaceModels served = load(known)) {
      Pixels dark = Pixels.ofRgb(100, 80, new byte[100 * 80 * Pixels.CHANNELS]);
      assertThat(served.detector().detect(dark, Search.CHOSEN_FACE)).isEmpty();
    }
  }

  @Test
  void refusesAnotherArcfaceUntilTheFormerOneIsServedAgain(@TempDir Path known) throws IOException {
    Path second = models.resolve("arcface/2");
    try (FaceModels served = load(known)) {
      served.prepare();
      FacialLandmarks landmarks =
          served
              .landmarker()
              .landmarks(PICTURE, served.detector().detect(PICTURE, Search.CHOSEN_FACE).getFirst());
      served.encoder().encode(PICTURE, landmarks);

      copy(others.resolve("arcface/1"), second);
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> served.encoder().encode(PICTURE, landmarks))
          .withMessageContaining("another version")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
      assertThatExceptionOfType(BackendException.class).isThrownBy(served::recheck);
      assertThat(served.check().up()).isFalse();

      // The same after a restart: what was known is kept beside the faces.
      try (FaceModels restarted = load(known)) {
        assertThatExceptionOfType(BackendException.class).isThrownBy(restarted::prepare);
      }

      delete(second);
      served.recheck();
      served.encoder().encode(PICTURE, landmarks);
      assertThat(served.check().up()).isTrue();
    } finally {
      delete(second);
    }
  }

  @Test
  void takesANewVersionOfTheSameModelWithoutARestart(@TempDir Path known) throws IOException {
    Path second = models.resolve("arcface/3");
    try (FaceModels served = load(known)) {
      served.prepare();
      copy(models.resolve("arcface/1"), second);
      served.recheck();
      assertThat(served.check().up()).isTrue();
    } finally {
      delete(second);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Path fresh = Files.createDirectory(to.resolveSibling("fresh"));
    try (var files = Files.walk(from)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, fresh.resolve(from.relativize(file).toString()));
      }
    }
    Files.move(fresh, to);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
