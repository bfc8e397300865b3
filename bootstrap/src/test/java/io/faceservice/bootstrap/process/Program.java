package io.faceservice.bootstrap.process;

import io.faceservice.bootstrap.Application;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as it is under test, for a process of its own. */
final class Program {
  private Program() {}

  static ProcessBuilder with(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Application.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
