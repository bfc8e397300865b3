package io.faceservice.vectorstore.milvus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server that runs as a process of its own and is gone, with its files, after the tests. */
public abstract class MilvusProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path directory;
  private @Nullable Process process;

  MilvusProcess() {
    try {
      directory = Files.createTempDirectory("milvus-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** How it is started, over the files of its directory. */
  abstract ProcessBuilder command() throws IOException;

  /** Where it listens. */
  abstract int port();

  /** Whether it serves. */
  abstract boolean isReady();

  /** The directory that the environment names. */
  static Path home(String variable) {
    String home = System.getenv(variable);
    assertThat(home)
        .as(
            "%s names the server's directory, which deploy/lib/backend-milvus.sh installs",
            variable)
        .isNotNull();
    return Path.of(home);
  }

  static List<Integer> freePorts(int number) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < number; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory() {
    return directory;
  }

  /** Where it listens, once it was started. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Starts it and waits until it serves. */
  public final MilvusProcess start() {
    try {
      Process started =
          command()
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(directory.resolve("log.txt").toFile()))
              .start();
      process = started;
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!isReady()) {
        assertThat(System.nanoTime()).as("time until it serves; log: %s", log()).isLessThan(until);
        assertThat(started.waitFor(200, TimeUnit.MILLISECONDS)).as("ended: %s", log()).isFalse();
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  final ProcessHandle handle() {
    return Optional.ofNullable(process).orElseThrow().toHandle();
  }

  private String log() throws IOException {
    List<String> lines = Files.readAllLines(directory.resolve("log.txt"));
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  /** Ends it without a word: SIGKILL. */
  public final void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
      process = null;
    }
  }

  final long pid() {
    return Optional.ofNullable(process).orElseThrow().pid();
  }

  public final void pause() {
    signal("STOP");
  }

  public final void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
      assertThat(code).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public final void close() {
    kill();
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
