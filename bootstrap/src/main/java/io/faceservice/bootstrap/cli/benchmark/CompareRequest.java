package io.faceservice.bootstrap.cli.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** One {@code /check-2-face} request, sent again and again. */
final class CompareRequest implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;

  CompareRequest(URI service, Path first, Path second) throws IOException {
    String body =
        """
        {"people_1":"%s","people_2":"%s","is_live_check":false}"""
            .formatted(base64(first), base64(second));
    this.request =
        HttpRequest.newBuilder(service.resolve("/check-2-face"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
  }

  private static String base64(Path file) throws IOException {
    return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
  }

  void send() throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains("SUCCESS")) {
      throw new IOException("the service answered " + answer.statusCode());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
