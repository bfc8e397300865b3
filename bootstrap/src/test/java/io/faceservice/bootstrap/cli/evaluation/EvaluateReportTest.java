package io.faceservice.bootstrap.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faceservice.application.evaluate.AcquisitionFigures;
import io.faceservice.application.evaluate.ComparisonFigures;
import io.faceservice.application.evaluate.EvaluationReport;
import io.faceservice.application.evaluate.FailureToAcquire;
import io.faceservice.application.evaluate.ImageName;
import io.faceservice.bootstrap.cli.options.Machine;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.evaluation.CrossValidation;
import io.faceservice.domain.evaluation.VerificationTrial;
import io.faceservice.domain.evaluation.VerificationTrials;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EvaluateReportTest {
  private static final Machine MACHINE = new Machine(2, "25", "Linux 6 amd64");
  private static final FailureToAcquire FAILURE =
      new FailureToAcquire(new ImageName("wall.jpg"), "No face was found.");

  @Test
  void writesAPageThatIsReadFromTopToBottom() {
    assertThat(EvaluateText.of(view(trials(), List.of(FAILURE))))
        .isEqualTo(
            """
            Verification of 205 pairs by scripted-1
            on 2 cores, Java 25, Linux 6 amd64

            Acquisition
              failure to acquire (FTA)       0.25 %  [  0.04,   1.40]  1 of 401 images
              pairs compared                    200                    of 205
              faces per second                100.0                    in 4.0 s, with reading and decoding

            Similarity, (cosine + 1) / 2
                             pairs       min    median       max
              genuine          100    0.6800    0.9000    0.9000
              impostor         100    0.5000    0.5000    0.5000

            Error rates by threshold
                threshold  cosine        FMR  [low, high]            FNMR  [low, high]        accuracy
                   0.5500   0.100     0.00 %  [  0.00,   3.70]     0.00 %  [  0.00,   3.70]   100.00 %
                   0.5750   0.150     0.00 %  [  0.00,   3.70]     0.00 %  [  0.00,   3.70]   100.00 %
                   0.6000   0.200     0.00 %  [  0.00,   3.70]     0.00 %  [  0.00,   3.70]   100.00 %
                   0.6250   0.250     0.00 %  [  0.00,   3.70]     0.00 %  [  0.00,   3.70]   100.00 %
                   0.6500   0.300     0.00 %  [  0.00,   3.70]     0.00 %  [  0.00,   3.70]   100.00 %
                   0.6750   0.350     0.00 %  [  0.00,   3.70]     0.00 %  [  0.00,   3.70]   100.00 %
              >    0.7000   0.400     0.00 %  [  0.00,   3.70]     2.00 %  [  0.55,   7.00]    99.00 %
                   0.7250   0.450     0.00 %  [  0.00,   3.70]     2.00 %  [  0.55,   7.00]    99.00 %
                   0.7500   0.500     0.00 %  [  0.00,   3.70]     2.00 %  [  0.55,   7.00]    99.00 %
                   0.7750   0.550     0.00 %  [  0.00,   3.70]     2.00 %  [  0.55,   7.00]    99.00 %
                   0.8000   0.600     0.00 %  [  0.00,   3.70]     2.00 %  [  0.55,   7.00]    99.00 %
                   0.8250   0.650     0.00 %  [  0.00,   3.70]     2.00 %  [  0.55,   7.00]    99.00 %
                   0.8500   0.700     0.00 %  [  0.00,   3.70]     2.00 %  [  0.55,   7.00]    99.00 %

            Accuracy
              at the threshold asked for    99.00 %  [ 96.43,  99.73]  at 0.7000
              at the best threshold        100.00 %  [ 98.12, 100.00]  at 0.5900, chosen on these very pairs
              by 10 folds                  100.00 %  ± 0.00            standard deviation; thresholds 0.5900 to 0.5900

            Rates
              EER                            0.00 %  [  0.00,   3.70]  at 0.5900, interpolated
              TAR at FMR 1e-2              100.00 %  [ 96.30, 100.00]  at 0.5900, FMR 0.00 %  [  0.00,   3.70]
              TAR at FMR 1e-3                     -  not measurable    takes 1,000 impostor pairs, has 100

            Failures to acquire
              wall.jpg  No face was found.

            [low, high] holds the true rate with 95 % confidence, by Wilson's score interval
            for independent pairs; pairs that share an image tell less than that. FMR and FNMR
            count the pairs compared, FTA counts images.
            """);
  }

  @Test
  void writesTheSameFiguresAsJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(EvaluateJson.of(view(trials(), List.of(FAILURE))));

    assertThat(json.at("/model").textValue()).isEqualTo("scripted-1");
    assertThat(json.at("/machine/cores").intValue()).isEqualTo(2);
    assertThat(json.at("/pairs").intValue()).isEqualTo(205);
    assertThat(json.at("/acquisition/faces_per_second").doubleValue()).isEqualTo(100);
    assertThat(json.at("/acquisition/fta/value").doubleValue()).isEqualTo(1 / 401.0);
    assertThat(json.at("/acquisition/failures/0/image").textValue()).isEqualTo("wall.jpg");
    assertThat(json.at("/scores/genuine/median").doubleValue()).isEqualTo(0.9);
    assertThat(json.at("/at_threshold/threshold").doubleValue()).isEqualTo(0.7);
    assertThat(json.at("/at_threshold/fnmr/count").intValue()).isEqualTo(2);
    assertThat(json.at("/at_threshold/fnmr/high").doubleValue()).isBetween(0.07, 0.0701);
    assertThat(json.at("/cross_validation/folds")).hasSize(10);
    assertThat(json.at("/eer/value").doubleValue()).isZero();
    assertThat(json.at("/tar/0/tar/value").doubleValue()).isEqualTo(1);
    assertThat(json.at("/tar/1/impostor_pairs_needed").intValue()).isEqualTo(1000);
    assertThat(json.at("/by_threshold")).hasSize(13);
  }

  @Test
  void saysThatNoErrorRateCanBeStated() throws IOException {
    EvaluateView view = view(List.of(), List.of(FAILURE));

    assertThat(EvaluateText.of(view))
        .contains("No error rate can be stated")
        .contains("wall.jpg  No face was found.")
        .doesNotContain("FNMR  ");
    assertThat(new ObjectMapper().readTree(EvaluateJson.of(view)).has("eer")).isFalse();
  }

  @Test
  void showsTwentyFailuresAndCountsTheRest() {
    List<FailureToAcquire> many =
        IntStream.range(0, 25)
            .mapToObj(i -> new FailureToAcquire(new ImageName(i + ".jpg"), "No face was found."))
            .toList();

    assertThat(EvaluateText.of(view(trials(), many)))
        .contains("\n  19.jpg  No face was found.\n  and 5 more: see --format json\n")
        .doesNotContain("20.jpg");
  }

  @Test
  void addsTheThresholdAskedForToTheTable() {
    EvaluateView view = view(trials(), List.of());
    EvaluateView odd = new EvaluateView(view.report(), new Similarity(0.6123), MACHINE);

    assertThat(EvaluateText.of(odd)).containsOnlyOnce("\n  >    0.6123   0.225 ");
  }

  /** 100 genuine pairs, two of them at 0.68, and 100 impostor pairs. */
  private static List<VerificationTrial> trials() {
    return IntStream.range(0, 100)
        .boxed()
        .flatMap(i -> Stream.of(trial(i < 2 ? 0.68 : 0.9, true), trial(0.5, false)))
        .toList();
  }

  private static VerificationTrial trial(double score, boolean genuine) {
    return new VerificationTrial(new Similarity(score), genuine);
  }

  private static EvaluateView view(
      List<VerificationTrial> trials, List<FailureToAcquire> failures) {
    var figures =
        trials.isEmpty()
            ? Optional.<VerificationTrials>empty()
            : Optional.of(VerificationTrials.of(trials));
    var comparison =
        new ComparisonFigures(
            205,
            trials.size(),
            figures,
            CrossValidation.of(CrossValidation.stratified(trials, 10)));
    var acquisition = new AcquisitionFigures(401, failures, Duration.ofSeconds(4));
    return new EvaluateView(
        new EvaluationReport(new ModelId("scripted-1"), acquisition, comparison),
        new Similarity(0.7),
        MACHINE);
  }
}
