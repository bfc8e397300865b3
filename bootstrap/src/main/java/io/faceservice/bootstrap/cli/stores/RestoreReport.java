package io.faceservice.bootstrap.cli.stores;

import io.faceservice.application.restore.NotRestored;
import io.faceservice.application.restore.ReEmbedFaces;
import io.faceservice.application.restore.RestoreGallery;
import io.faceservice.application.restore.RestoreObserver;
import io.faceservice.bootstrap.cli.progress.ProgressLine;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.ExitCode;

/** What a restore says: how far it is, whom it cannot restore and why, and a summary. */
final class RestoreReport {
  private final Speech speech;
  private boolean wanting;

  RestoreReport(Speech speech) {
    this.speech = speech;
  }

  RestoreObserver progress(String what, long total) {
    speech.err().printf("%s %,d faces%n", what, total);
    speech.err().flush();
    var line = new ProgressLine(OptionalLong.of(total), speech.err(), speech.terminal());
    return new RestoreObserver() {
      private long failed;

      @Override
      public void done(long faces) {
        line.at(faces, failed);
        if (faces >= total) {
          line.finish(faces, failed);
        }
      }

      @Override
      public void failed(ReferenceKey face, NotRestored reason) {
        failed++;
        speech
            .err()
            .printf(
                "not restored, %s: %s / %s / %s%n",
                reason.words(),
                face.source().value(),
                face.subject().value(),
                face.reference().value());
      }
    };
  }

  void reEmbedded(ReEmbedFaces.Outcome outcome) {
    speech.out().printf("%,d templates made%n", outcome.made());
    conclude(outcome.failures(), outcome.finished());
  }

  void restored(RestoreGallery.Outcome outcome) {
    speech
        .out()
        .printf(
            "%,d faces are searchable: %,d written, %,d were there; %,d that the record does not have"
                + " were forgotten%n",
            outcome.searchable(), outcome.enrolled(), outcome.alreadyThere(), outcome.extra());
    conclude(outcome.failures(), outcome.finished());
  }

  private void conclude(Map<NotRestored, Long> failures, boolean finished) {
    for (NotRestored reason : NotRestored.values()) {
      if (failures.containsKey(reason)) {
        speech.out().printf("%,d not restored: %s%n", failures.get(reason), reason.words());
      }
    }
    if (!finished) {
      speech.out().println("Interrupted. Run it again: it goes on where it was.");
    }
    speech.out().flush();
    wanting |= !failures.isEmpty() || !finished;
  }

  int exitCode() {
    return wanting ? ExitCode.SOFTWARE : ExitCode.OK;
  }
}
