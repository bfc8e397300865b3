package io.faceservice.bootstrap.cli.stores;

import io.micronaut.context.ApplicationContext;

/**
 * A command on the stores. Where a service has them open it is run by that service, else by the
 * command's own process, which opens them first.
 */
public interface StoreCommand {

  /**
   * Opens what the command needs, in a process of its own.
   *
   * @throws io.faceservice.application.port.BackendException if a store cannot serve
   */
  void open(ApplicationContext context);

  /**
   * Does the work on open stores, until it is done or the thread is interrupted; what was
   * acknowledged by then is kept.
   *
   * @return the exit code
   */
  int run(ApplicationContext context, Speech speech);

  /**
   * Does what can be done while a service with another model pack has the stores open.
   *
   * @param context the command's own; its stores are not open
   * @param pack the service's pack
   * @return the exit code
   */
  default int runBeside(ApplicationContext context, String pack, Speech speech) {
    speech
        .err()
        .printf(
            "The running service has the model pack %s, and this command is configured for another."
                + " Give the command the service's settings.%n",
            pack);
    return picocli.CommandLine.ExitCode.USAGE;
  }
}
