package io.faceservice.inference.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/**
 * Reads manifests: YAML, strictly, so that a key that is misspelt, missing or told twice is named
 * instead of ignored.
 */
public final class ManifestReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .annotationIntrospector(new RequiredUnlessNullable())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private ManifestReader() {}

  /**
   * Reads one model pack's manifest.
   *
   * @param origin what to call the manifest in messages
   * @throws IllegalArgumentException if it is not a manifest; the message says where and why
   */
  public static Manifest read(String origin, InputStream yaml) {
    return read(origin, yaml, Manifest.class);
  }

  /** Reads a YAML document of another shape by the same rules. */
  public static <T> T read(String origin, InputStream yaml, Class<T> type) {
    try {
      return YAML.readValue(yaml, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(origin + describe(e), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(origin + " cannot be read", e);
    }
  }

  /** Where in the document, at which key, and what is wrong. */
  private static String describe(JacksonException e) {
    var where = new StringBuilder();
    if (e.getLocation() != null) {
      where.append(", line ").append(e.getLocation().getLineNr());
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String path =
          mapping.getPath().stream()
              .map(
                  step ->
                      step.getFieldName() == null
                          ? "[" + step.getIndex() + "]"
                          : "." + step.getFieldName())
              .collect(Collectors.joining());
      where.append(", ").append(path.substring(1));
    }
    return where + ": " + e.getOriginalMessage();
  }
}
