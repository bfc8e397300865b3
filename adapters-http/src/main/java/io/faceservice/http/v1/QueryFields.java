package io.faceservice.http.v1;

import io.faceservice.domain.biometric.InvalidInputException;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the query of a URL says; each field at most once, and fields nobody asks for are ignored.
 */
record QueryFields(HttpRequest<?> request) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  Optional<String> text(String field) {
    List<String> values = request.getParameters().getAll(field);
    if (values.size() > 1) {
      throw new InvalidInputException(field, field + " must be given once.");
    }
    return values.stream().findFirst();
  }

  int number(String field, int least, int most, int otherwise) {
    return text(field).map(text -> number(field, text, least, most)).orElse(otherwise);
  }

  private static int number(String field, String text, int least, int most) {
    int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new InvalidInputException(
          field, "%s must be a number from %d to %d.".formatted(field, least, most));
    }
    return number;
  }

  boolean flag(String field) {
    return switch (text(field).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidInputException(field, field + " must be true or false.");
    };
  }
}
