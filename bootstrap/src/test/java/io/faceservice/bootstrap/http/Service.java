package io.faceservice.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faceservice.bootstrap.lifecycle.StoreStarter;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole service on a free port of this machine, and a client that sends it any bytes. */
final class Service implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Service(EmbeddedServer server) {
    this.server = server;
  }

  /** One for all tests that leave the defaults as they are; it ends with the tests' process. */
  static Service shared() {
    return Shared.SERVICE;
  }

  static Service start(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("micronaut.server.port", -1);
    all.putIfAbsent("face.data", newFolder());
    ApplicationContext context =
        ApplicationContext.builder().banner(false).deduceEnvironment(false).properties(all).start();
    context.getBean(StoreStarter.class).start();
    return new Service(context.getBean(EmbeddedServer.class).start());
  }

  private static String newFolder() {
    try {
      return Files.createTempDirectory("face-service-test").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    private static final Service SERVICE = start(Map.of());
  }

  /** What came back. */
  record Answer(int status, Map<String, List<String>> headers, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }

    /** The names of the answer's fields, in their order. */
    List<String> fields() {
      return json().propertyStream().map(Map.Entry::getKey).toList();
    }

    /** The body without the request's identifier, which differs each time. */
    String said() {
      return body.replaceFirst(",\"request_id\":\"[^\"]*\"", "");
    }

    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  URI uri() {
    return server.getURI();
  }

  Answer post(String path, Object body) {
    try {
      return post(path, JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Answer postText(String path, String body) {
    return post(path, body.getBytes(UTF_8));
  }

  Answer post(String path, byte[] body) {
    return send(
        "POST", path, BodyPublishers.ofByteArray(body), Map.of("Content-Type", "application/json"));
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri().resolve(path)).method(method, body);
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(UTF_8));
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.getApplicationContext().close();
  }
}
