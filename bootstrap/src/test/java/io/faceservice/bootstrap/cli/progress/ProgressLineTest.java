package io.faceservice.bootstrap.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);
  private long now = -1_000;

  @Test
  void saysEveryFiveSecondsHowFarItIsWhereThereIsNoTerminal() {
    ProgressLine line = line(OptionalLong.of(1_500), false);

    for (int done = 1; done <= 1_500; done++) {
      passes(10);
      line.at(done, done / 100);
    }
    line.finish(1_500, 15);

    assertThat(lines())
        .containsExactly(
            "500 of 1,500 (33 %), 5 failed, 100.0/s, 0:10 left",
            "1,000 of 1,500 (66 %), 10 failed, 100.0/s, 0:05 left",
            "1,500 of 1,500 (100 %), 15 failed, 100.0/s, 0:15",
            "1,500 of 1,500 (100 %), 15 failed, 100.0/s, 0:15");
  }

  @Test
  void drawsABarOverItselfOnATerminal() {
    ProgressLine line = line(OptionalLong.of(40), true);

    passes(100);
    line.at(10, 0);
    assertThat(text.toString()).isEmpty();
    passes(100);
    line.at(20, 0);
    line.finish(40, 1);

    assertThat(text.toString())
        .isEqualTo(
            "\r\u001B[K[####----] 20 of 40 (50 %), 100.0/s, 0:01 left"
                + "\r\u001B[K[########] 40 of 40 (100 %), 1 failed, 200.0/s, 0:00"
                + System.lineSeparator());
  }

  @Test
  void fitsIntoALineOfATerminal() {
    ProgressLine line = line(OptionalLong.of(9_999_999), true);

    passes(1_000_000);
    line.at(1_234_567, 1_234);

    assertThat(text.toString().substring("\r\u001B[K".length())).hasSizeLessThan(80);
  }

  @Test
  void saysHowLongItHasTakenWhereNobodyKnowsHowMuchThereIs() {
    ProgressLine line = line(OptionalLong.empty(), false);

    passes(3_725_000);
    line.at(7_450, 0);

    assertThat(lines()).containsExactly("7,450, 2.0/s, 1:02:05");
    assertThat(line.elapsed()).isEqualTo(Duration.ofSeconds(3_725));
  }

  @Test
  void judgesTheTimeLeftByTheLastHalfMinute() {
    ProgressLine line = line(OptionalLong.of(20_000), false);

    passes(5_000);
    line.at(10_000, 0); // were there already
    long done = 10_000;
    for (int i = 0; i < 12; i++) {
      passes(5_000);
      line.at(done += 50, 0);
    }

    assertThat(lines().getLast()).isEqualTo("10,600 of 20,000 (53 %), 10.0/s, 15:40 left");
  }

  @Test
  void staysCalmWhenNothingWasThereOrMoreThanWasCounted() {
    line(OptionalLong.of(0), false).finish(0, 0);
    line(OptionalLong.of(2), false).finish(3, 0);

    assertThat(lines()).containsExactly("0 of 0 (100 %), 0:00", "3 of 3 (100 %), 0:00");
  }

  private ProgressLine line(OptionalLong total, boolean terminal) {
    return new ProgressLine(total, out, terminal, () -> now);
  }

  private void passes(long milliseconds) {
    now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }

  private List<String> lines() {
    return text.toString().lines().toList();
  }
}
