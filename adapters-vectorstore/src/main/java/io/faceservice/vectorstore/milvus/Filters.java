package io.faceservice.vectorstore.milvus;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Milvus's filter expressions. Servers before 2.5 take no parameters in them, so texts are quoted.
 */
final class Filters {
  private Filters() {}

  static String equal(String field, String text) {
    return field + " == " + quoted(text);
  }

  static String after(String field, String text) {
    return field + " > " + quoted(text);
  }

  static String oneOf(String field, Collection<String> texts) {
    return texts.stream()
        .map(Filters::quoted)
        .collect(Collectors.joining(", ", field + " in [", "]"));
  }

  static String both(String one, String other) {
    return one + " && " + other;
  }

  /** The only characters that mean something between quotes are the quote and the backslash. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
