package io.faceservice.bootstrap.crash;

import io.faceservice.bootstrap.Application;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole service in a process of its own, on a free port of this machine. */
final class KilledService implements AutoCloseable {
  private static final String READY = "Face Service listens on ";

  private final Process process;
  private final URI uri;
  private final HttpClient client = HttpClient.newHttpClient();

  private KilledService(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** Starts it on the stores in that folder and waits until it answers. */
  static KilledService start(Path data) throws IOException {
    Process process = run(data, "serve", "--port", "-1");
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new KilledService(process, URI.create(line.substring(READY.length()).strip()));
      }
    }
    throw new IllegalStateException("the service did not start");
  }

  /** Runs one command of the program on the stores in that folder. */
  static Process run(Path data, String... arguments) throws IOException {
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
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The answer's body; throws if the service is gone before it answers. */
  String post(String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri.resolve(path)).POST(BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  /** As {@code kill -9} does: no hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As {@code kill} does. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    client.close();
  }
}
