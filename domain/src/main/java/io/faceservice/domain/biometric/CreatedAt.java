package io.faceservice.domain.biometric;

/**
 * When a reference was made, in the caller's own words: any text, even an empty one. It is kept
 * verbatim and never read as a date.
 *
 * @param value Unicode text; half a surrogate pair is an {@link InvalidInputException} naming
 *     {@code created_at}
 */
public record CreatedAt(String value) {
  public CreatedAt {
    IdentifierText.requireUnicode("created_at", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
