package io.faceservice.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.control.ControlClient;
import io.faceservice.inference.install.Catalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The whole service in a process of its own, on a free port of this machine. */
public final class ServiceProcess implements AutoCloseable {
  private static final String READY = "Face Service listens on ";

  private final Process process;
  private final URI uri;
  private final Path data;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServiceProcess(Process process, URI uri, Path data) {
    this.process = process;
    this.uri = uri;
    this.data = data;
  }

  /** Starts it on the stores in that folder and waits until it answers. */
  static ServiceProcess start(Path data, String... further) throws IOException {
    return start(data, Map.of(), further);
  }

  /** The same, with further variables in its environment. */
  public static ServiceProcess start(Path data, Map<String, String> variables, String... further)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "-1"));
    arguments.addAll(List.of(further));
    ProcessBuilder builder =
        program(data, arguments).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(variables);
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new ServiceProcess(
            process, URI.create(line.substring(READY.length()).strip()), data);
      }
    }
    throw new IllegalStateException("the service did not start");
  }

  private static ProcessBuilder program(Path data, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--data", data.toString()));
    return Program.with(all);
  }

  /**
   * Runs one command in a process of its own and returns all it prints.
   *
   * @param exit the exit code it must end with
   */
  static String said(Path data, int exit, String... arguments)
      throws IOException, InterruptedException {
    Process process = program(data, List.of(arguments)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(exit);
    return said;
  }

  /**
   * Has the service run a command on its stores, as the command line does, and returns its words.
   */
  public String command(String... arguments) {
    var said = new StringWriter();
    assertThat(run(said, arguments))
        .as(said.toString())
        .isEqualTo(new ControlClient.Answer.Ran(Optional.of(0)));
    return said.toString();
  }

  /** The same of a command that may as well fail; whether it did not. */
  public boolean succeeds(String... arguments) {
    return run(new StringWriter(), arguments).equals(new ControlClient.Answer.Ran(Optional.of(0)));
  }

  private ControlClient.Answer run(StringWriter said, String... arguments) {
    String pack = Catalogue.pack(Catalogue.DEFAULT).templateId().value();
    var out = new PrintWriter(said);
    return new ControlClient(data, pack).run(List.of(arguments), out, out, false);
  }

  /** The answer's body; throws if the service is gone before it answers. */
  String post(String path, String body) throws IOException, InterruptedException {
    return send(path, request -> request.POST(BodyPublishers.ofString(body))).body();
  }

  /** Sends a request and waits for its answer. */
  public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request)
      throws IOException, InterruptedException {
    return client.send(
        request.apply(HttpRequest.newBuilder(uri.resolve(path))).build(), BodyHandlers.ofString());
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
