package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * Whose templates an index holds.
 *
 * @param model the pack that made them
 * @param dimension how many values their embeddings have
 */
record Packing(ModelId model, int dimension) {
  private static final int DIGITS = 12;
  private static final String OURS = "face_service";

  /** A short name of it that may be part of an alias. */
  String digest() {
    byte[] text = (dimension + " " + model.value()).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(DocumentId.sha256().digest(text)).substring(0, DIGITS);
  }

  /** What is noted in the index itself. */
  Map<String, Object> note(boolean whole) {
    return Map.of(OURS, Map.of("model", model.value(), "dimension", dimension, "whole", whole));
  }

  /** What is noted of an index, or a missing node if it is none of ours. */
  static JsonNode noted(JsonNode index) {
    return index.path("mappings").path("_meta").path(OURS);
  }

  void requireOurs(FaceTemplate template) {
    if (!template.model().equals(model)) {
      throw new IllegalArgumentException(
          "the gallery holds templates of %s, not of %s".formatted(model, template.model()));
    }
    if (template.embedding().dimension() != dimension) {
      throw new IllegalArgumentException(
          "the gallery holds embeddings of %d values, not of %d"
              .formatted(dimension, template.embedding().dimension()));
    }
  }

  @Override
  public String toString() {
    return "%s (%d values)".formatted(model, dimension);
  }
}
