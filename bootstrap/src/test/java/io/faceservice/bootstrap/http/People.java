package io.faceservice.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.bootstrap.http.Service.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A source of the running service, asked by its upkeep routes and by the contract's. */
record People(Service service, String source) {
  static final String SOURCES = "/api/v1/sources";

  /** Any text as a part of a path: every byte of its UTF-8 as {@code %XX}. */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      encoded.append(String.format(Locale.ROOT, "%%%02X", b));
    }
    return encoded.toString();
  }

  String people() {
    return SOURCES + "/" + encoded(source) + "/people";
  }

  String person(String id) {
    return people() + "/" + encoded(id);
  }

  String face(String id, String face) {
    return person(id) + "/faces/" + face;
  }

  /** Adds another face. */
  Answer add(String id, String image) {
    return add(id, Map.of("image", image));
  }

  /** Adds or replaces a face. */
  Answer add(String id, String face, String image) {
    return add(id, Map.of("image", image, "face_id", face));
  }

  Answer add(String id, Map<String, Object> body) {
    return service.post(person(id) + "/faces", body);
  }

  Answer show(String id) {
    return service.get(person(id));
  }

  Answer list(String query) {
    return service.get(people() + query);
  }

  Answer delete(String path) {
    return service.send("DELETE", path, BodyPublishers.noBody(), Map.of());
  }

  /** Enrols by {@code /register-face}. */
  Answer register(String id, String image) {
    return service.post(
        "/register-face",
        Map.of(
            "people_id", id,
            "source", source,
            "created_at", "registered",
            "image", image,
            "is_live_check", false));
  }

  /** Whom {@code /search} finds. */
  JsonNode search(String image) {
    return service.post("/search", Map.of("image", image, "source", source)).json().get("data");
  }

  /** What {@code /face-otp} says of somebody's claim. */
  String verify(String id, String image) {
    Map<String, Object> body = new HashMap<>();
    body.put("people_1", Map.of("id", id));
    body.put("source", source);
    body.put("people_2", image);
    body.put("is_live_check", false);
    return service.post("/face-otp", body).body();
  }

  /** Removes by {@code /remove}. */
  Answer remove(String id) {
    return service.post("/remove", Map.of("people_id", id, "source", source));
  }
}
