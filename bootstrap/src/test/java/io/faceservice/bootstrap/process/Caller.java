package io.faceservice.bootstrap.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faceservice.inference.SamplePhotos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Asks a running service what its callers ask. Photos are named, for instance {@code person-a-1}.
 * Safe for use by many threads.
 */
public record Caller(ServiceProcess service) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public HttpResponse<String> enrol(String source, String person, String photo) {
    return post(
        "/register-face",
        Map.of(
            "people_id",
            person,
            "source",
            source,
            "created_at",
            "2026-01-02",
            "image",
            base64(photo),
            "is_live_check",
            false));
  }

  public HttpResponse<String> search(String source, String photo) {
    return post("/search", Map.of("source", source, "image", base64(photo)));
  }

  /** Whether the photo shows the enrolled person. */
  public HttpResponse<String> verify(String source, String person, String photo) {
    return post(
        "/face-otp",
        Map.of(
            "people_1",
            Map.of("id", person),
            "source",
            source,
            "people_2",
            base64(photo),
            "is_live_check",
            false));
  }

  public HttpResponse<String> remove(String source, String person) {
    return post("/remove", Map.of("source", source, "people_id", person));
  }

  public HttpResponse<String> get(String path) {
    return send(path, UnaryOperator.identity());
  }

  private HttpResponse<String> post(String path, Map<String, Object> body) {
    try {
      String json = JSON.writeValueAsString(body);
      return send(path, request -> request.POST(BodyPublishers.ofString(json)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request) {
    try {
      return service.send(path, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String photo) {
    return Base64.getEncoder().encodeToString(SamplePhotos.portrait(photo));
  }

  /** An answer's body. */
  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + answer.body(), e);
    }
  }
}
