package io.faceservice.bootstrap.cli.options;

import java.io.Console;
import java.util.Optional;

/** Whether somebody watches. */
public final class Terminal {
  private Terminal() {}

  public static boolean isThere() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }
}
