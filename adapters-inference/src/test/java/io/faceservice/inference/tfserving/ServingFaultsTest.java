package io.faceservice.inference.tfserving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import io.faceservice.inference.tfserving.wire.DataType;
import io.faceservice.inference.tfserving.wire.TensorProto;
import io.faceservice.inference.tfserving.wire.TensorShapeProto;
import io.grpc.InsecureServerCredentials;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a server does, it ends in one clear failure within the deadline, and passes. */
final class ServingFaultsTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final TensorSignature SIGNATURE =
      new TensorSignature(
          List.of(new TensorSpec("in", List.of(-1L, 2L))),
          List.of(new TensorSpec("out", List.of(-1L, 2L))));

  private final ServingDouble server = new ServingDouble();
  private final TfServingEngine engine =
      new TfServingEngine(Options.within(server.target(), DEADLINE), new ModelVersions("latest"));
  private final TensorModel model = engine.load(Path.of("double.onnx"), SIGNATURE);

  @AfterEach
  void stop() {
    engine.close();
    server.close();
  }

  private static float[] run(TensorModel model) {
    Map<String, Tensor> outputs =
        model.run(Map.of("in", Tensor.of(new float[] {1, 2, 3, 4}, 2, 2)));
    return outputs.values().iterator().next().values();
  }

  private void assertFails(Kind kind, String words) {
    assertFails(model, kind, words);
  }

  private static void assertFails(TensorModel model, Kind kind, String words) {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> run(model))
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private void assertRecovers() {
    server.recover();
    assertThat(run(model)).containsExactly(2, 4, 6, 8);
  }

  @Test
  void takesSeveralInOneCall() {
    assertThat(run(model)).containsExactly(2, 4, 6, 8);
    assertThat(server.predictions()).isEqualTo(1);
    assertThat(model.batches()).isTrue();
  }

  @Test
  void saysThatAServerIsGoneAndFindsItWhenItIsBack() {
    int port = server.port();
    run(model);
    server.close();
    assertFails(Kind.UNAVAILABLE, "cannot be reached");
    assertThat(engine.check().up()).isFalse();
    try (var again = new ServingDouble(port, InsecureServerCredentials.create())) {
      assertThat(again.port()).isEqualTo(port);
      assertThat(run(model)).containsExactly(2, 4, 6, 8);
      assertThat(engine.check().up()).isTrue();
    }
  }

  @Test
  void saysThatAServerDiedInTheMiddleOfARequest() {
    var asked = new CountDownLatch(1);
    server.behave((request, to) -> asked.countDown());
    Thread killer =
        Thread.ofPlatform()
            .start(
                () -> {
                  await(asked);
                  server.close();
                });
    assertFails(Kind.UNAVAILABLE, "cannot be reached");
    assertThat(killer).satisfies(Thread::join);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void givesUpOnAnAnswerThatDoesNotCome() {
    var hasty =
        new TfServingEngine(
            Options.within(server.target(), Duration.ofSeconds(3)), new ModelVersions("latest"));
    try (TensorModel impatient = hasty.load(Path.of("double.onnx"), SIGNATURE)) {
      run(impatient);
      server.behave((request, to) -> {});
      assertFails(impatient, Kind.TIMEOUT, "within the deadline");
      server.recover();
      assertThat(run(impatient)).containsExactly(2, 4, 6, 8);
    } finally {
      hasty.close();
    }
  }

  @Test
  void refusesAnAnswerOfAnotherShape() {
    server.behave(
        (request, to) -> server.reply(to, WireTensors.toWire(Tensor.of(new float[6], 2, 3))));
    assertFails(Kind.CORRUPT, "out of shape [2, 3]");
    assertRecovers();
  }

  @Test
  void holdsAnAnswerToWhatTheServerTellsWhereThePackSaysNothing() {
    var vague = new TensorSignature(SIGNATURE.inputs(), List.of(TensorSpec.named("out")));
    try (TensorModel trusting = engine.load(Path.of("double.onnx"), vague)) {
      assertThat(run(trusting)).containsExactly(2, 4, 6, 8);
      server.behave(
          (request, to) -> server.reply(to, WireTensors.toWire(Tensor.of(new float[6], 2, 3))));
      assertFails(trusting, Kind.CORRUPT, "out of shape [2, 3]");
    }
  }

  @Test
  void refusesFewerValuesThanTheShapeWants() {
    TensorProto whole = WireTensors.toWire(Tensor.of(new float[4], 2, 2));
    server.behave(
        (request, to) ->
            server.reply(
                to,
                whole.toBuilder()
                    .setTensorContent(whole.getTensorContent().substring(0, 8))
                    .build()));
    assertFails(Kind.CORRUPT, "2 values, not 4");
    assertRecovers();
  }

  @Test
  void refusesValuesThatAreNoNumbers() {
    server.behave(
        (request, to) ->
            server.reply(
                to, WireTensors.toWire(Tensor.of(new float[] {1, 2, 3, Float.NaN}, 2, 2))));
    assertFails(Kind.CORRUPT, "no numbers");
    assertRecovers();
  }

  @Test
  void refusesValuesOfAnotherType() {
    server.behave(
        (request, to) ->
            server.reply(
                to,
                ServingDouble.doubled(request).toBuilder().setDtype(DataType.DT_DOUBLE).build()));
    assertFails(Kind.CORRUPT, "DT_DOUBLE");
    assertRecovers();
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() {
    server.behave(
        (request, to) ->
            server.reply(to, WireTensors.toWire(Tensor.of(new float[5 << 20], 5 << 19, 2))));
    assertFails(Kind.REFUSED, "larger than allowed");
    assertRecovers();
  }

  @Test
  void saysThatAQuestionIsTooLarge() {
    var huge = Tensor.of(new float[1 << 20], 1 << 19, 2);
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> model.run(Map.of("in", huge)))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
    assertRecovers();
  }

  @Test
  void triesAgainOnlyWhatCouldNotBeReached() {
    run(model);
    int before = server.predictions();
    server.behave((request, to) -> ServingDouble.fail(to, Status.UNAVAILABLE));
    assertFails(Kind.UNAVAILABLE, "cannot be reached");
    assertThat(server.predictions()).isEqualTo(before + 3);

    server.behave((request, to) -> ServingDouble.fail(to, Status.INTERNAL));
    assertFails(Kind.CORRUPT, "INTERNAL");
    assertThat(server.predictions()).isEqualTo(before + 4);
    assertRecovers();
  }

  @Test
  void namesTheTensorThatTheServerWantsOtherwise() {
    server.takes(new TensorSpec("in", List.of(-1L, 3L)), DataType.DT_FLOAT);
    assertFails(Kind.CORRUPT, "its input in is [?, 3], not [?, 2]");
    server.takes(new TensorSpec("in", List.of(-1L, 2L)), DataType.DT_UINT8);
    assertFails(Kind.CORRUPT, "in holds DT_UINT8");
    server.takes(new TensorSpec("picture", List.of(-1L, 2L)), DataType.DT_FLOAT);
    assertFails(Kind.CORRUPT, "picture");
    server.takes(new TensorSpec("in", List.of(-1L, 2L)), DataType.DT_FLOAT);
    assertRecovers();
  }

  @Test
  void readsValuesThatAreListedOneByOne() {
    server.behave(
        (request, to) ->
            server.reply(
                to,
                TensorProto.newBuilder()
                    .setDtype(DataType.DT_FLOAT)
                    .setTensorShape(
                        TensorShapeProto.newBuilder()
                            .addDim(TensorShapeProto.Dim.newBuilder().setSize(2))
                            .addDim(TensorShapeProto.Dim.newBuilder().setSize(2)))
                    .addAllFloatVal(List.of(7f, 8f))
                    .build()));
    assertThat(run(model)).containsExactly(7, 8, 8, 8);
  }

  @Test
  void checksEachVersionOnceBeforeItsFirstAnswer() {
    var checks = new AtomicInteger();
    model.checkRevisions(
        run -> {
          run.run(Map.of("in", Tensor.of(new float[2], 1, 2)));
          checks.incrementAndGet();
        });
    run(model);
    run(model);
    assertThat(checks).hasValue(1);

    server.serveVersion(2);
    run(model);
    run(model);
    assertThat(checks).hasValue(2);

    model.checkRevisions(
        run -> {
          throw new BackendException(Kind.REFUSED, "inference", "not this one");
        });
    server.serveVersion(3);
    assertFails(Kind.REFUSED, "not this one");
  }

  @Test
  void spreadsItsCallsOverAllAddresses() {
    try (var other = new ServingDouble();
        var both =
            new TfServingEngine(
                Options.of(server.target() + "," + other.target()), new ModelVersions("latest"));
        TensorModel spread = both.load(Path.of("double.onnx"), SIGNATURE)) {
      while (server.predictions() == 0 || other.predictions() == 0) {
        assertThat(server.predictions() + other.predictions()).isLessThan(10_000);
        assertThat(run(spread)).containsExactly(2, 4, 6, 8);
      }
    }
  }
}
