package io.faceservice.bootstrap.cli.stores;

import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.bootstrap.cli.options.Terminal;
import io.faceservice.bootstrap.control.ControlClient;
import io.faceservice.bootstrap.control.ControlClient.Answer;
import io.faceservice.inference.pack.ModelPack;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a command on the stores where they are: in the service that has them open, or here. */
public final class StoreRun {
  /** How long a command that is told to end may take to close the stores. */
  private static final int PATIENCE_SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger(StoreRun.class);

  private StoreRun() {}

  /**
   * Runs it and returns its exit code.
   *
   * @param spec of the command as it was called
   */
  public static int of(StoreCommand command, CommandSpec spec, ServiceOptions options) {
    var line = spec.commandLine();
    var speech = new Speech(line.getOut(), line.getErr(), Terminal.isThere());
    var ended = new CountDownLatch(1);
    Thread end = endWhenToldTo(ended);
    try (ApplicationContext context = options.start()) {
      return run(command, spec, context, speech);
    } finally {
      speech.out().flush();
      speech.err().flush();
      ended.countDown();
      forget(end);
    }
  }

  private static int run(
      StoreCommand command, CommandSpec spec, ApplicationContext context, Speech speech) {
    var client = new ControlClient(dataFolder(context), pack(context));
    return switch (client.run(
        SpokenArguments.of(spec), speech.out(), speech.err(), speech.terminal())) {
      case Answer.NoService none -> {
        command.open(context);
        yield command.run(context, speech);
      }
      case Answer.OtherPack(var pack) -> command.runBeside(context, pack, speech);
      case Answer.Ran(var exit) -> {
        if (exit.isEmpty()) {
          speech
              .err()
              .println("The service ended before the command did. Run it again: it goes on.");
        }
        yield exit.orElse(ExitCode.SOFTWARE);
      }
    };
  }

  /** Where the service of these settings listens for commands. */
  public static Path dataFolder(ApplicationContext context) {
    return Path.of(context.getRequiredProperty("face.data", String.class));
  }

  /** Which model pack the settings name. */
  public static String pack(ApplicationContext context) {
    return context.getBean(ModelPack.class).templateId().value();
  }

  /** On Ctrl-C the command is interrupted and closes the stores before the process ends. */
  private static Thread endWhenToldTo(CountDownLatch ended) {
    Thread command = Thread.currentThread();
    Thread end =
        new Thread(
            () -> {
              command.interrupt();
              try {
                boolean closed = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                LOG.debug("The stores are closed: {}", closed);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "end");
    Runtime.getRuntime().addShutdownHook(end);
    return end;
  }

  private static void forget(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      LOG.debug("The process is ending");
    }
  }
}
