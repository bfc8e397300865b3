package io.faceservice.domain.biometric;

/**
 * Who an enrolled person is, in the words of the system that enrolled them; it is unique within a
 * {@link Source}. Compared exactly, never analysed: {@code a-1}, {@code A-1} and {@code "a-1 "} are
 * three people.
 *
 * @param value 1 to 512 characters (Unicode code points) of any script, spaces included, not blank
 *     and without control characters; anything else is an {@link InvalidInputException} naming
 *     {@code people_id}
 */
public record SubjectId(String value) {
  public SubjectId {
    IdentifierText.require("people_id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
