package io.faceservice.bootstrap.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.acquire.Workers;
import io.faceservice.application.evaluate.EvaluatePairs;
import io.faceservice.application.testkit.ScriptedFaces;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.compare.VerificationPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class EvaluateCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private boolean started;
  private boolean closed;

  @BeforeEach
  void images() throws IOException {
    write("ada.png", ScriptedFaces.picture(0).toArray());
    write("ada2.png", ScriptedFaces.picture(50).toArray());
    write("bob.png", ScriptedFaces.picture(150).toArray());
    write("wall.png", ScriptedFaces.picture().toArray());
    write("note.png", ScriptedFaces.noPicture().toArray());
    pairs("ada.png\tada2.png\t1\nada.png\tbob.png\t0\nada.png\twall.png\t1\nbob.png\tnote.png\t0");
  }

  @Test
  void printsTheReportAndTellsItsProgressApart() {
    assertThat(run()).isZero();

    assertThat(out.toString())
        .startsWith("Verification of 4 pairs by scripted-1\n")
        .contains("2 of 5 images")
        .contains("wall.png  No face was found.")
        .contains("note.png  This is no picture.");
    assertThat(err.toString()).endsWith("acquired 5 of 5 images (100 %)" + System.lineSeparator());
    assertThat(closed).isTrue();
  }

  @Test
  void judgesByTheConfiguredThresholdUnlessOneIsGiven() {
    run();
    assertThat(out.toString()).contains("at the threshold asked for   100.00 %");

    out.getBuffer().setLength(0);
    run("--threshold", "0.9"); // ada and ada2 are 50 degrees apart: 0.82
    assertThat(out.toString()).contains("at the threshold asked for    50.00 %");
  }

  @Test
  void writesJsonToAFile() throws IOException {
    Path report = folder.resolve("report.json");

    assertThat(run("--format", "json", "--out", report.toString())).isZero();

    assertThat(Files.readString(report)).startsWith("{").contains("\"model\" : \"scripted-1\"");
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("report written to " + report);
  }

  @Test
  void failsWhenNoErrorRateCanBeStated() throws IOException {
    pairs("ada.png\twall.png\t1\nada.png\tbob.png\t0");

    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).contains("No error rate can be stated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "-0.1", "NaN", "high"})
  void refusesAThresholdThatIsNone(String threshold) {
    assertThat(run("--threshold", threshold)).isEqualTo(2);
    assertThat(err.toString()).contains("'" + threshold + "' is no number from 0 to 1");
    assertThat(started).isFalse();
  }

  @Test
  void readsThePairsBeforeItLoadsModels() throws IOException {
    pairs("ada.png\teve.png\t1");

    assertThat(run()).isNotZero();
    assertThat(started).isFalse();
  }

  private int run(String... arguments) {
    var command = new EvaluateCommand(options -> parts());
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(concat(arguments));
  }

  private String[] concat(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--pairs";
    all[1] = folder.resolve("pairs.tsv").toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return all;
  }

  private EvaluateParts parts() {
    started = true;
    ExecutorService threads = Executors.newFixedThreadPool(2);
    var evaluation =
        new EvaluatePairs(
            ScriptedFaces.MODEL,
            new ScriptedFaces().acquisition(),
            new Workers(threads),
            Clock.systemUTC());
    return new EvaluateParts(
        evaluation,
        () -> new VerificationPolicy(new Similarity(0.7)),
        () -> {
          threads.shutdownNow();
          closed = true;
        });
  }

  private void pairs(String text) throws IOException {
    Files.writeString(folder.resolve("pairs.tsv"), text);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }
}
