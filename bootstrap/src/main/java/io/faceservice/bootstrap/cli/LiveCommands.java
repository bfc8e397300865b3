package io.faceservice.bootstrap.cli;

import io.faceservice.bootstrap.cli.stores.Speech;
import io.faceservice.bootstrap.cli.stores.StoreCommand;
import io.faceservice.bootstrap.control.RunsCommands;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** Runs commands on the stores in the service that has them open. */
final class LiveCommands implements RunsCommands {
  private final ApplicationContext context;

  LiveCommands(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public int run(List<String> arguments, PrintWriter out, PrintWriter err, boolean terminal) {
    var speech = new Speech(out, err, terminal);
    return FaceServiceCommand.commandLine()
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setExecutionStrategy(said -> run(said, speech))
        .execute(arguments.toArray(String[]::new));
  }

  private int run(ParseResult said, Speech speech) {
    var called = said.asCommandLineList().getLast();
    if (called.getCommand() instanceof StoreCommand command) {
      return command.run(context, speech);
    }
    speech.err().println("That is no command on the stores.");
    return ExitCode.USAGE;
  }
}
