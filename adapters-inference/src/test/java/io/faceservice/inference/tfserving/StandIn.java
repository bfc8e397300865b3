package io.faceservice.inference.tfserving;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A server of official parts that stands in for TensorFlow Serving: {@code standin.py}. What it
 * needs is installed by {@code deploy/lib/backend-tfserving.sh}, which sets the variables of the
 * environment that tell where it lies; without them, the test fails.
 */
public final class StandIn implements AutoCloseable {
  /** Names the Python environment that has TensorFlow. */
  private static final String HOME = "FACE_TEST_TFSERVING_HOME";

  /** Names the folder of the default pack's models. */
  private static final String MODELS = "FACE_TEST_TFSERVING_MODELS";

  private final Process process;
  private final int port;

  private StandIn(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Serves the default pack, as exported by {@code deploy/test}. */
  public static StandIn ofDefaultPack() {
    return serve(savedModels().resolve("models.config"), 0);
  }

  /** Serves what a configuration of models names, on that port or, where it is 0, on a free one. */
  public static StandIn serve(Path config, int port) {
    Process process = start(script("standin.py"), config.toString(), String.valueOf(port));
    try {
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      String line = said.readLine();
      while (line != null && !line.startsWith("listening on ")) {
        line = said.readLine();
      }
      if (line == null) {
        throw new AssertionError("the stand-in for TensorFlow Serving did not start");
      }
      return new StandIn(process, Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)));
    } catch (IOException e) {
      process.destroyForcibly();
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a script of the test resources to its end. */
  public static void run(String script, String... arguments) {
    Process process = start(script(script), arguments);
    try {
      process.getInputStream().transferTo(System.out);
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError(script + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The default pack in the layout of TensorFlow Serving. */
  public static Path savedModels() {
    return there(MODELS);
  }

  private static Process start(Path script, String... arguments) {
    Path python = there(HOME).resolve("bin").resolve("python");
    List<String> command = new ArrayList<>(List.of(python.toString(), script.toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path there(String variable) {
    String folder = System.getenv(variable);
    if (folder == null || !Files.isDirectory(Path.of(folder))) {
      throw new AssertionError(
          variable + " names no folder; deploy/lib/backend-tfserving.sh makes it and sets this");
    }
    return Path.of(folder);
  }

  /** A file of its own, for other modules find the script in a jar. */
  private static Path script(String name) {
    try (InputStream script = StandIn.class.getResourceAsStream("/tfserving/" + name)) {
      Path file = Files.createTempFile("face-service-", "-" + name);
      file.toFile().deleteOnExit();
      Files.copy(Objects.requireNonNull(script, name), file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  public String target() {
    return "127.0.0.1:" + port;
  }

  /** Ends it as a crash would. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
