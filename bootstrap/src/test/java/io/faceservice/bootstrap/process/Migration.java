package io.faceservice.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code face-service migrate} in a process of its own, from one settings file to another. */
final class Migration {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;

  private Migration(Process process) {
    this.process = process;
  }

  static Migration start(Path from, Path to, String... further) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("migrate", "--from", from.toString(), "--to", to.toString()));
    arguments.addAll(List.of(further));
    return new Migration(Program.with(arguments).redirectErrorStream(true).start());
  }

  /** Waits for its end, and returns all it has said. */
  String ends(int exit) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(exit);
    return said;
  }

  /** As {@code kill -9} does, as soon as something is so; fails if it ends before. */
  void killOnce(BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time until it may be killed").isLessThan(until);
      assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as("it has ended").isFalse();
    }
    process.destroyForcibly().waitFor();
  }
}
