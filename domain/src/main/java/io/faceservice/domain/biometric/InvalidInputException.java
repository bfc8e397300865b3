package io.faceservice.domain.biometric;

/**
 * The caller's mistake: what was sent cannot be used, and the message says what to mend.
 *
 * <p>The message is meant for the caller's eyes: it never holds internals.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the input, for edges that answer the kinds differently. */
  public enum Kind {
    /** Missing, of the wrong type, or outside what is allowed. */
    MALFORMED,
    /** An image that cannot be decoded. */
    UNREADABLE_IMAGE,
    /** More bytes or pixels than the service accepts. */
    TOO_LARGE
  }

  private final Kind kind;
  private final String field;

  public InvalidInputException(String field, String problem) {
    this(Kind.MALFORMED, field, problem);
  }

  public InvalidInputException(Kind kind, String field, String problem) {
    super(problem);
    this.kind = kind;
    this.field = field;
  }

  public Kind kind() {
    return kind;
  }

  /** The field that is wrong, as the caller named it; {@code image} where no name is known. */
  public String field() {
    return field;
  }

  /** What is wrong with it, in words for the caller. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
