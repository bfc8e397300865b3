package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImportOutcome.Reason;
import java.util.Locale;

/** The codes by which rejects are told; they stay the same from version to version. */
final class Reasons {
  private Reasons() {}

  static String code(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
