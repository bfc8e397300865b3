package io.faceservice.bootstrap.cli.evaluation;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import io.faceservice.application.evaluate.Progress;
import java.io.PrintWriter;

/** Says on one line of the terminal how far a run has come; elsewhere a line for each tenth. */
final class EvaluateProgress implements Progress {
  private final PrintWriter out;
  private final boolean terminal;
  private int told = -1;

  EvaluateProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void tried(int images, int all) {
    int percent = (int) (100L * images / all);
    int step = terminal ? percent : percent / 10;
    if (step == told) {
      return;
    }
    told = step;
    String line = format(ROOT, "acquired %,d of %,d images (%d %%)", images, all, percent);
    if (terminal) {
      out.print("\r" + line + (images == all ? System.lineSeparator() : ""));
    } else {
      out.println(line);
    }
    out.flush();
  }
}
