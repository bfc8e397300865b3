package io.faceservice.application.port;

/** A back end failed: not the caller's fault, and not ours. Its cause stays with it. */
public final class BackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** How it failed. */
  public enum Kind {
    /** It cannot be reached. */
    UNAVAILABLE,
    /** It did not answer in time. */
    TIMEOUT,
    /** It answered that it will not do what was asked. */
    REFUSED,
    /** It answered what it never should. */
    CORRUPT
  }

  private final Kind kind;
  private final String backend;

  /**
   * @param backend which back end, in the words an operator uses, for instance {@code inference}
   */
  public BackendException(Kind kind, String backend, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.backend = backend;
  }

  public BackendException(Kind kind, String backend, String message) {
    super(message);
    this.kind = kind;
    this.backend = backend;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether the same call may succeed a little later, with nothing mended by anybody. */
  public boolean mayPass() {
    return switch (kind) {
      case UNAVAILABLE, TIMEOUT -> true;
      case REFUSED, CORRUPT -> false;
    };
  }

  public String backend() {
    return backend;
  }
}
