package io.faceservice.bootstrap.cli.stores;

import io.faceservice.application.restore.Selection;
import io.faceservice.domain.biometric.Source;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say which faces of the record, as the first generation named them too. */
final class SelectionOptions {
  @Spec(Target.MIXEE)
  CommandSpec spec = CommandSpec.create();

  @Option(names = "--source", paramLabel = "SOURCE", description = "Those of this source alone.")
  @Nullable String source;

  @Option(
      names = "--start-from",
      paramLabel = "N",
      description = "Passes over the first N faces of the record. Also: START_FROM.",
      defaultValue = "${env:START_FROM:-0}")
  long startFrom;

  @Option(
      names = "--number",
      paramLabel = "N",
      description = "Takes N faces at most. Also: NUMBER_RESTORE.",
      defaultValue = "${env:NUMBER_RESTORE:-9223372036854775807}")
  long number = Long.MAX_VALUE;

  Selection selection() {
    if (startFrom < 0) {
      throw new ParameterException(spec.commandLine(), "--start-from must be 0 or more.");
    }
    if (number < 1) {
      throw new ParameterException(spec.commandLine(), "--number must be 1 or more.");
    }
    return new Selection(Optional.ofNullable(source).map(Source::new), startFrom, number);
  }
}
