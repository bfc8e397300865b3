package io.faceservice.imagestore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * FerretDB as a process, keeping its data in a directory. The environment names its program, which
 * {@code deploy/lib/backend-ferretdb.sh} installs.
 */
public final class FerretServer implements AutoCloseable {
  private static final String PROGRAM = "FACE_TEST_FERRETDB";

  private final Path directory;
  private final int port;
  private Process process;

  private FerretServer(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.process = launch();
  }

  /** Starts one on a free port and returns once it answers. */
  public static FerretServer start(Path directory) throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var server = new FerretServer(directory, port);
    server.await();
    return server;
  }

  private Process launch() throws IOException {
    Optional<String> program = Optional.ofNullable(System.getenv(PROGRAM));
    assertThat(program).as(PROGRAM + " names FerretDB's program").isPresent();
    return new ProcessBuilder(
            program.orElseThrow(),
            "--handler=sqlite",
            "--sqlite-url=file:" + Files.createDirectories(directory) + "/",
            "--state-dir=" + directory,
            "--listen-addr=127.0.0.1:" + port,
            "--debug-addr=-",
            "--log-level=error",
            "--telemetry=disable")
        .redirectErrorStream(true)
        .redirectOutput(directory.resolveSibling(directory.getFileName() + ".log").toFile())
        .start();
  }

  /** Waits until the server answers. */
  public void await() {
    try (MongoClient client = MongoClients.create(uri() + "/?serverSelectionTimeoutMS=30000")) {
      client.getDatabase("admin").runCommand(new Document("ping", 1));
    }
  }

  public String uri() {
    return "mongodb://127.0.0.1:" + port;
  }

  /** Ends it as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  /** Starts it again, on the same data and port, and does not wait for it. */
  public void restart() throws IOException {
    process = launch();
  }

  public void pause() throws Exception {
    signal("STOP");
  }

  public void resume() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    int code =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(code).isZero();
  }

  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
