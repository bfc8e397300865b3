package io.faceservice.http.wire;

/** The body is no JSON object. */
public final class MalformedJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedJsonException() {
    super("not a JSON object");
  }

  MalformedJsonException(Throwable cause) {
    super("not JSON", cause);
  }
}
