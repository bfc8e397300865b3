package io.faceservice.http.wire;

/** A required field is not in the body, or null. */
public final class MissingFieldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String hint;

  public MissingFieldException(String field, String hint) {
    super(field + " is missing");
    this.field = field;
    this.hint = hint;
  }

  public String field() {
    return field;
  }

  /** What to send, in the contract's words. */
  public String hint() {
    return hint;
  }
}
