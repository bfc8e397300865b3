package io.faceservice.application.evaluate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.acquire.Workers;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.testkit.ScriptedFaces;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.evaluation.Proportion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EvaluatePairsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Map<String, FaceImage> IMAGES =
      Map.of(
          "ada", ScriptedFaces.picture(0),
          "ada again", ScriptedFaces.picture(60),
          "bob", ScriptedFaces.picture(90),
          "crowd", ScriptedFaces.picture(60, 180, 120),
          "wall", ScriptedFaces.picture(),
          "note", ScriptedFaces.noPicture());
  private static final Progress UNSEEN = (images, all) -> {};

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final Queue<String> reads = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void comparesPairsAndCountsErrors() {
    var report = evaluate(pair("ada", "ada again", true), pair("ada", "bob", false));

    var trials = report.comparison().trials().orElseThrow();
    assertThat(report.model()).isEqualTo(ScriptedFaces.MODEL);
    assertThat(trials.genuine().median().value()).isCloseTo(0.75, within(1e-6));
    assertThat(trials.impostor().median().value()).isCloseTo(0.5, within(1e-6));
    assertThat(trials.at(new Similarity(0.8)).falseNonMatch()).isEqualTo(new Proportion(1, 1));
  }

  @Test
  void comparesTheFaceThatAPictureOfSeveralSpeaksFor() {
    var report = evaluate(pair("ada again", "crowd", true), pair("bob", "crowd", false));

    assertThat(report.comparison().trials().orElseThrow().genuine().max().value())
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void readsEveryImageOnce() {
    evaluate(
        pair("ada", "ada again", true), pair("ada", "bob", false), pair("bob", "ada again", false));

    assertThat(reads).containsExactlyInAnyOrder("ada", "ada again", "bob");
  }

  @Test
  void countsFailuresToAcquireApart() {
    var report =
        evaluate(
            pair("ada", "ada again", true),
            pair("wall", "ada", true),
            pair("ada", "bob", false),
            pair("bob", "note", false));

    assertThat(report.acquisition().failures())
        .containsExactly(
            new FailureToAcquire(new ImageName("wall"), "No face was found."),
            new FailureToAcquire(new ImageName("note"), "This is no picture."));
    assertThat(report.acquisition().failureToAcquireRate()).isEqualTo(new Proportion(2, 5));
    assertThat(report.comparison().pairs()).isEqualTo(4);
    assertThat(report.comparison().compared()).isEqualTo(2);
    assertThat(report.comparison().trials().orElseThrow().genuine().count()).isEqualTo(1);
  }

  @Test
  void statesNoErrorRateWithoutBothKinds() {
    var report = evaluate(pair("ada", "ada again", true), pair("ada", "wall", false));

    assertThat(report.comparison().trials()).isEmpty();
    assertThat(report.comparison().crossValidation()).isEmpty();
    assertThat(report.comparison().compared()).isEqualTo(1);
  }

  @Test
  void countsFacesPerSecondByTheClockGiven() {
    var report = evaluate(pair("ada", "wall", true), pair("ada", "bob", false));

    assertThat(report.acquisition().elapsed()).isEqualTo(Duration.ofSeconds(4));
    assertThat(report.acquisition().facesPerSecond()).isEqualTo(0.5); // two faces; no wall
  }

  @Test
  void tellsHowFarItHasCome() {
    List<String> told = new ArrayList<>();

    evaluation()
        .evaluate(
            List.of(pair("ada", "ada again", true), pair("bob", "wall", false)),
            this::read,
            (images, all) -> told.add(images + " of " + all));

    assertThat(told).containsExactly("1 of 4", "2 of 4", "3 of 4", "4 of 4");
  }

  @Test
  void dealsTenFoldsWhereThePairsNameNone() {
    var report =
        evaluate(
            IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> Stream.of(pair("ada", "crowd", true), pair("ada", "bob", false)))
                .toArray(LabelledPair[]::new));

    var validation = report.comparison().crossValidation().orElseThrow();
    assertThat(validation.folds()).hasSize(10);
    assertThat(validation.mean()).isEqualTo(1);
  }

  @Test
  void keepsToTheFoldsThatThePairsName() {
    var report =
        evaluate(
            pair("ada", "crowd", true, 1),
            pair("ada", "bob", false, 1),
            pair("ada", "ada again", true, 2),
            pair("bob", "ada", false, 2));

    assertThat(report.comparison().crossValidation().orElseThrow().folds()).hasSize(2);
  }

  @Test
  void refusesNoPairs() {
    assertThatThrownBy(this::evaluate)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("There are no pairs to evaluate.");
  }

  @Test
  void endsWhenABackEndFails() {
    var failure = new BackendException(BackendException.Kind.UNAVAILABLE, "inference", "gone");
    ImageSource failing =
        name -> {
          throw failure;
        };

    assertThatThrownBy(
            () -> evaluation().evaluate(List.of(pair("ada", "bob", false)), failing, UNSEEN))
        .isSameAs(failure);
  }

  private EvaluationReport evaluate(LabelledPair... pairs) {
    return evaluation().evaluate(List.of(pairs), this::read, UNSEEN);
  }

  private EvaluatePairs evaluation() {
    Iterator<Instant> ticks = List.of(NOON, NOON.plusSeconds(4)).iterator();
    Clock clock = ((InstantSource) ticks::next).withZone(ZoneOffset.UTC);
    return new EvaluatePairs(
        ScriptedFaces.MODEL, new ScriptedFaces().acquisition(), new Workers(threads), clock);
  }

  private FaceImage read(ImageName name) {
    reads.add(name.value());
    return requireNonNull(IMAGES.get(name.value()));
  }

  private static LabelledPair pair(String probe, String reference, boolean genuine) {
    return new LabelledPair(
        new ImageName(probe), new ImageName(reference), genuine, OptionalInt.empty());
  }

  private static LabelledPair pair(String probe, String reference, boolean genuine, int fold) {
    return new LabelledPair(
        new ImageName(probe), new ImageName(reference), genuine, OptionalInt.of(fold));
  }
}
