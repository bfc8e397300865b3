package io.faceservice.bootstrap.config;

/** The service cannot start as it is configured; the message tells the operator what to mend. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartException(String message) {
    super(message);
  }

  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
