package io.faceservice.bootstrap.cli.progress;

import static java.util.Locale.ROOT;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells how far a long command has come: on a terminal a bar that is drawn over itself several
 * times a second, elsewhere a plain line every few seconds. For one thread.
 */
public final class ProgressLine {
  private static final long TERMINAL_EVERY = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long ELSEWHERE_EVERY = TimeUnit.SECONDS.toNanos(5);
  private static final int BAR = 8;

  /** Back to the line's start, and away with what stood there. */
  private static final String ANEW = "\r\u001B[K";

  private final OptionalLong total;
  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final long start;
  private final Pace pace;
  private long drawn;

  /**
   * @param total how much there is to do, if that is known; it need not be exact
   * @param terminal whether {@code out} is one
   */
  public ProgressLine(OptionalLong total, PrintWriter out, boolean terminal) {
    this(total, out, terminal, System::nanoTime);
  }

  /**
   * @param nanos the time, as {@link System#nanoTime} gives it
   */
  public ProgressLine(OptionalLong total, PrintWriter out, boolean terminal, LongSupplier nanos) {
    this.total = total;
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.pace = new Pace(start);
    this.drawn = start;
  }

  /**
   * Notes how far it is; it may be called for each item.
   *
   * @param done what is dealt with, the failed included
   */
  public void at(long done, long failed) {
    long now = nanos.getAsLong();
    if (now - drawn >= (terminal ? TERMINAL_EVERY : ELSEWHERE_EVERY)) {
      draw(now, done, failed);
    }
  }

  /** Draws the last state, on a line that stays. */
  public void finish(long done, long failed) {
    draw(nanos.getAsLong(), done, failed);
    if (terminal) {
      out.println();
      out.flush();
    }
  }

  /** How long it has taken so far. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - start);
  }

  private void draw(long now, long done, long failed) {
    drawn = now;
    pace.note(now, done);
    String line = counts(done) + (failed > 0 ? String.format(ROOT, ", %,d failed", failed) : "");
    line += rate() + time(now, done);
    if (terminal) {
      out.print(ANEW + bar(done) + line);
    } else {
      out.println(line);
    }
    out.flush();
  }

  private String counts(long done) {
    return total.isEmpty()
        ? String.format(ROOT, "%,d", done)
        : String.format(ROOT, "%,d of %,d (%d %%)", done, most(done), percent(done));
  }

  /** A total that turns out too small grows along. */
  private long most(long done) {
    return Math.max(done, total.orElse(done));
  }

  private long percent(long done) {
    long most = most(done);
    return most == 0 ? 100 : 100 * done / most;
  }

  private String bar(long done) {
    if (total.isEmpty()) {
      return "";
    }
    int full = (int) (percent(done) * BAR / 100);
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] ";
  }

  private String rate() {
    var perSecond = pace.perSecond();
    return perSecond.isEmpty() ? "" : String.format(ROOT, ", %,.1f/s", perSecond.getAsDouble());
  }

  private String time(long now, long done) {
    var perSecond = pace.perSecond();
    if (total.isEmpty() || perSecond.isEmpty() || done >= most(done)) {
      return ", " + clock(TimeUnit.NANOSECONDS.toSeconds(now - start));
    }
    return ", " + clock((long) Math.ceil((most(done) - done) / perSecond.getAsDouble())) + " left";
  }

  private static String clock(long seconds) {
    return seconds < 3600
        ? String.format(ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
