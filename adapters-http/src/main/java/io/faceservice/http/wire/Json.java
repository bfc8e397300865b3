package io.faceservice.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The JSON of the wire: strict to read, in snake case to write. */
final class Json {
  /** Nesting no request comes near, and no parser is troubled by. */
  private static final int MAX_DEPTH = 32;

  /** Far more than a hundred images need; a body of tiny tokens would fill the memory. */
  private static final int MAX_TOKENS = 20_000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          // The server limits the body's bytes; one string may be nearly all of it.
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxNestingDepth(MAX_DEPTH)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private Json() {}

  /**
   * Reads a JSON object.
   *
   * @throws MalformedJsonException for anything else
   */
  static ObjectNode object(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
    throw new MalformedJsonException();
  }

  /** Turns a record into a JSON object, its components in the order declared. */
  static ObjectNode tree(Object answer) {
    return MAPPER.valueToTree(answer);
  }

  static byte[] bytes(ObjectNode answer) {
    try {
      return MAPPER.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree always has a text", e);
    }
  }
}
