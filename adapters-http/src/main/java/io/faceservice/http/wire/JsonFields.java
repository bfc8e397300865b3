package io.faceservice.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceservice.domain.biometric.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object. Nothing is coerced: a field is of the type that is asked for, or the
 * caller is told which one it must have. Null counts as missing, and fields nobody asks for are
 * ignored.
 *
 * <p>All getters throw {@link InvalidInputException} for a value of another type.
 */
public final class JsonFields {
  private static final String ROOT = "";

  private final String path;
  private final ObjectNode object;

  private JsonFields(String path, ObjectNode object) {
    this.path = path;
    this.object = object;
  }

  /**
   * Reads a body.
   *
   * @throws MalformedJsonException if it is not exactly one JSON object in which no key stands
   *     twice
   */
  public static JsonFields read(byte @Nullable [] body) {
    if (body == null) {
      throw new MalformedJsonException();
    }
    return new JsonFields(ROOT, Json.object(body));
  }

  /**
   * Refuses the object if the field is missing. Callers ask for all required fields before they
   * read any, so that a missing field is reported before a wrong one.
   *
   * @param hint what to send, in the contract's words
   * @throws MissingFieldException if it is
   */
  public JsonFields require(String field, String hint) {
    if (!has(field)) {
      throw new MissingFieldException(path + field, hint);
    }
    return this;
  }

  public boolean has(String field) {
    return present(field).isPresent();
  }

  /** A string; empty if the field is missing. */
  public Optional<String> text(String field) {
    return present(field).map(value -> text(path + field, value));
  }

  /** A string that {@link #require} has seen. */
  public String requiredText(String field) {
    return text(field).orElseThrow(() -> unseen(field));
  }

  /** A boolean; empty if the field is missing. */
  public Optional<Boolean> flag(String field) {
    return present(field).map(value -> flag(path + field, value));
  }

  /** A boolean that {@link #require} has seen. */
  public boolean requiredFlag(String field) {
    return flag(field).orElseThrow(() -> unseen(field));
  }

  /** An object that {@link #require} has seen. */
  public JsonFields requiredObject(String field) {
    return object(path + field, present(field).orElseThrow(() -> unseen(field)));
  }

  /** A list of strings; empty if the field is missing. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(field, "a list of strings")) {
      texts.add(text(element(field, texts.size()), element));
    }
    return texts;
  }

  /** A list of objects; empty if the field is missing. */
  public List<JsonFields> objects(String field) {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode element : elements(field, "a list of objects")) {
      objects.add(object(element(field, objects.size()), element));
    }
    return objects;
  }

  /** A list of at least one string, that {@link #require} has seen. */
  public List<String> requiredTexts(String field) {
    return someOf(field, texts(field));
  }

  /** A list of at least one object, that {@link #require} has seen. */
  public List<JsonFields> requiredObjects(String field) {
    return someOf(field, objects(field));
  }

  private <T> List<T> someOf(String field, List<T> elements) {
    if (elements.isEmpty()) {
      throw new InvalidInputException(path + field, path + field + " must not be empty.");
    }
    return elements;
  }

  private Iterable<JsonNode> elements(String field, String type) {
    return present(field)
        .<Iterable<JsonNode>>map(
            value -> {
              if (!value.isArray()) {
                throw wrongType(path + field, type);
              }
              return value;
            })
        .orElse(List.of());
  }

  private Optional<JsonNode> present(String field) {
    return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
  }

  private String element(String field, int index) {
    return path + field + "[" + index + "]";
  }

  private static String text(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw wrongType(name, "a string");
    }
    return value.textValue();
  }

  private static boolean flag(String name, JsonNode value) {
    if (!value.isBoolean()) {
      throw wrongType(name, "a boolean (true or false)");
    }
    return value.booleanValue();
  }

  private static JsonFields object(String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return new JsonFields(name + ".", object);
    }
    throw wrongType(name, "an object");
  }

  private static InvalidInputException wrongType(String name, String type) {
    return new InvalidInputException(name, name + " must be " + type + ".");
  }

  private static IllegalStateException unseen(String field) {
    return new IllegalStateException(field + " is read without being required first");
  }
}
