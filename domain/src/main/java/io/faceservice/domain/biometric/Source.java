package io.faceservice.domain.biometric;

/**
 * The population a subject belongs to, for instance a product or a branch: subjects of two sources
 * never meet, even under the same {@link SubjectId}. Compared exactly.
 *
 * @param value under the same rules as a {@link SubjectId}; anything else is an {@link
 *     InvalidInputException} naming {@code source}
 */
public record Source(String value) {
  /** Where a subject belongs when the caller names no source. */
  public static final Source DEFAULT = new Source("default");

  public Source {
    IdentifierText.require("source", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
