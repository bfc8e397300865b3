package io.faceservice.bootstrap;

import io.faceservice.bootstrap.cli.FaceServiceCommand;

/** The program. */
public final class Application {
  private Application() {}

  public static void main(String[] arguments) {
    System.exit(FaceServiceCommand.run(arguments));
  }
}
