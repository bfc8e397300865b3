package io.faceservice.bootstrap.control;

import java.io.PrintWriter;
import java.util.List;

/** Runs a command in the service, against its open stores. */
@FunctionalInterface
public interface RunsCommands {

  /**
   * Runs one command until it is done or its thread is interrupted.
   *
   * @param arguments its name and its own arguments
   * @param terminal whether the streams end at a terminal
   * @return its exit code
   */
  int run(List<String> arguments, PrintWriter out, PrintWriter err, boolean terminal);
}
