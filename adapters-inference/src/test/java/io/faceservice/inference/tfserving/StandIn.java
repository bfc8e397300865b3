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
 * needs is installed by {@code deploy/test}; without that, the test fails.
 */
public final class StandIn implements AutoCloseable {
  private static final String VERSION = "2.21.0";

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
    return cache().resolve("saved-models").resolve("faceplugin-0.0.1");
  }

  private static Process start(Path script, String... arguments) {
    Path python = cache().resolve("tensorflow").resolve(VERSION).resolve("bin").resolve("python");
    if (!Files.isExecutable(python)) {
      throw new AssertionError(python + " is missing: run deploy/test, which installs it");
    }
    List<String> command = new ArrayList<>(List.of(python.toString(), script.toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy, since Python runs no script from within a jar. */
  private static Path script(String name) {
    try (InputStream in =
        Objects.requireNonNull(StandIn.class.getResourceAsStream("/tfserving/" + name), name)) {
      Path script = Files.createTempFile("standin", ".py");
      script.toFile().deleteOnExit();
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
      return script;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path cache() {
    String chosen = System.getenv("FACE_SERVICE_CACHE");
    return chosen == null || chosen.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "face-service")
        : Path.of(chosen);
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
