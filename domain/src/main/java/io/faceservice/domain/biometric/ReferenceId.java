package io.faceservice.domain.biometric;

import java.util.regex.Pattern;

/**
 * Which of a subject's reference faces is meant; it is unique within the subject. Opaque.
 *
 * @param value 1 to 64 of the characters {@code A-Z a-z 0-9 . _ -}; anything else is an {@link
 *     InvalidInputException} naming {@code reference_id}
 */
public record ReferenceId(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** The one face of a subject enrolled without naming a face. */
  public static final ReferenceId PRIMARY = new ReferenceId("primary");

  public ReferenceId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new InvalidInputException(
          "reference_id",
          "reference_id must have 1 to 64 of the characters A-Z, a-z, 0-9, '.', '_' and '-'.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
