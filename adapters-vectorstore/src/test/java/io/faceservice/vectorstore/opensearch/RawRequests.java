package io.faceservice.vectorstore.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What an operator does to a server by hand. */
record RawRequests(int port) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Sends JSON and returns the answer, which has to be a success. */
  String send(String method, String path, String json) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    try {
      var response = CLIENT.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        throw new AssertionError(response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
