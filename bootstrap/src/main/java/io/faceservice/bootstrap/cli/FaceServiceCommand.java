package io.faceservice.bootstrap.cli;

import io.faceservice.application.port.BackendException;
import io.faceservice.bootstrap.cli.benchmark.BenchmarkCommand;
import io.faceservice.bootstrap.cli.bulk.ExportCommand;
import io.faceservice.bootstrap.cli.bulk.ImportCommand;
import io.faceservice.bootstrap.cli.evaluation.EvaluateCommand;
import io.faceservice.bootstrap.cli.stores.MigrateCommand;
import io.faceservice.bootstrap.cli.stores.ReconcileCommand;
import io.faceservice.bootstrap.cli.stores.RestoreCommand;
import io.faceservice.bootstrap.config.StartException;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.inference.install.InstallException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code face-service}: one program, a command for each job. */
@Command(
    name = "face-service",
    description = "Self-hosted face verification, identification and liveness.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class,
    subcommands = {
      ServeCommand.class,
      CompareCommand.class,
      DetectCommand.class,
      EvaluateCommand.class,
      ModelsCommand.class,
      BenchmarkCommand.class,
      ReconcileCommand.class,
      RestoreCommand.class,
      MigrateCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      VersionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class FaceServiceCommand {
  private FaceServiceCommand() {}

  /**
   * Runs one command and returns the exit code: 0 done, 1 failed, 2 called or configured wrongly.
   */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new FaceServiceCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(FaceServiceCommand::explain);
  }

  private static int explain(
      Exception thrown, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case StartException e -> {
          return say(command, e, CommandLine.ExitCode.USAGE);
        }
        case InstallException e -> {
          return say(command, e, CommandLine.ExitCode.SOFTWARE);
        }
        case InvalidInputException e -> {
          return say(command, e, CommandLine.ExitCode.USAGE);
        }
        case BackendException e -> {
          return say(command, e, CommandLine.ExitCode.SOFTWARE);
        }
        case io.micronaut.context.exceptions.ConfigurationException e -> {
          return say(command, e, CommandLine.ExitCode.USAGE);
        }
        default -> {}
      }
    }
    throw thrown;
  }

  private static int say(CommandLine command, Throwable thrown, int code) {
    command
        .getErr()
        .println(command.getColorScheme().errorText(String.valueOf(thrown.getMessage())));
    return code;
  }
}
