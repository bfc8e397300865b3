package io.faceservice.domain.biometric;

/** What may name a subject or a source: any script, spaces and capitals, each kept exactly. */
final class IdentifierText {
  /** The most characters (Unicode code points) an identifier has. */
  static final int MAX_LENGTH = 512;

  private IdentifierText() {}

  /** Returns the text as it is, or refuses it in the name of the field it came in. */
  static String require(String field, String text) {
    if (text.isBlank()) {
      throw new InvalidInputException(field, "%s must not be blank.".formatted(field));
    }
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      throw new InvalidInputException(
          field, "%s must have at most %d characters.".formatted(field, MAX_LENGTH));
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(
          field, "%s must not contain control characters.".formatted(field));
    }
    return requireUnicode(field, text);
  }

  /** Refuses half a surrogate pair: no encoding could keep it, so two texts would become one. */
  static String requireUnicode(String field, String text) {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw new InvalidInputException(field, "%s must be valid Unicode text.".formatted(field));
    }
    return text;
  }
}
