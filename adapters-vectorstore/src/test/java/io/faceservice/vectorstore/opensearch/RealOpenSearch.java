package io.faceservice.vectorstore.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An OpenSearch server in a process of its own, on a free port of 127.0.0.1, with its data in a
 * directory of its own. The directory of the unpacked server comes from the environment, as {@code
 * deploy/lib/backend-opensearch.sh} prints it; without it there is no test but a failure.
 */
public final class RealOpenSearch implements AutoCloseable {
  /** The variable that names the unpacked server. */
  static final String HOME = "FACE_TEST_OPENSEARCH_HOME";

  private static final Duration START = Duration.ofMinutes(3);
  private static final String PORT = "PORT ";
  private static @Nullable RealOpenSearch shared;

  private final Path home;
  private final Path directory;
  private @Nullable Process process;
  private int port;

  private RealOpenSearch(Path home) {
    this.home = home;
    try {
      directory = Files.createTempDirectory("opensearch-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server that all tests of this JVM share, which ends with it. */
  static synchronized RealOpenSearch shared() {
    RealOpenSearch server = shared;
    if (server == null) {
      server = start();
      shared = server;
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }
    return server;
  }

  /** A server of the test's own. */
  public static RealOpenSearch start() {
    return start(home());
  }

  /** A server of the test's own, unpacked there. */
  static RealOpenSearch start(Path home) {
    var server = new RealOpenSearch(home);
    server.run();
    return server;
  }

  static Path home() {
    String home = System.getenv(HOME);
    if (home == null) {
      throw new AssertionError(
          HOME + " is not set; deploy/test sets it, or: . deploy/lib/backend-opensearch.sh");
    }
    return Path.of(home);
  }

  public int port() {
    return port;
  }

  /** Starts the server on the port it had before, with the data it had. */
  public void run() {
    try {
      var builder =
          new ProcessBuilder(command())
              .redirectError(directory.resolve("server.log").toFile())
              .redirectInput(ProcessBuilder.Redirect.PIPE);
      Process started = builder.start();
      process = started;
      port = awaitPort(started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms512m",
            "-Xmx512m",
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            home.resolve("lib") + "/*",
            program().toString(),
            home.toString(),
            directory.toString(),
            Integer.toString(port)));
    return command;
  }

  /** A copy, since Java runs no source from within a jar. */
  private Path program() throws IOException {
    Path program = directory.resolve("OpenSearchNode.java");
    try (InputStream in =
        Objects.requireNonNull(
            RealOpenSearch.class.getResourceAsStream("/opensearch/OpenSearchNode.java"))) {
      Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
    }
    return program;
  }

  private int awaitPort(Process started) {
    CompletableFuture<Integer> told = CompletableFuture.supplyAsync(() -> readPort(started));
    try {
      return told.get(START.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      started.destroyForcibly();
      throw new AssertionError("OpenSearch did not start:\n" + log(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Reads what the server says, to the end: else a full pipe would stop it. */
  private static int readPort(Process started) {
    BufferedReader reader = started.inputReader(StandardCharsets.UTF_8);
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith(PORT)) {
          Thread.ofVirtual().start(() -> reader.lines().forEach(rest -> {}));
          return Integer.parseInt(line.substring(PORT.length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the server ended");
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("server.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The server's process. */
  ProcessHandle handle() {
    return running().toHandle();
  }

  /** Ends the server from one moment to the next. */
  public void kill() {
    running().destroyForcibly();
    awaitEnd();
  }

  /** Stops the server's clock, so to speak. */
  public void pause() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(running().pid())).start();
      if (kill.waitFor() != 0) {
        throw new AssertionError("the server cannot be sent SIG" + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private Process running() {
    return Objects.requireNonNull(process);
  }

  private void awaitEnd() {
    try {
      if (!running().waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the server does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    running().destroyForcibly();
    awaitEnd();
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
