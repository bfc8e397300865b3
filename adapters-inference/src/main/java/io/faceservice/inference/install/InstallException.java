package io.faceservice.inference.install;

/** A pack could not be installed or is not as its manifest says; the message tells what to do. */
public final class InstallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InstallException(String message) {
    super(message);
  }

  public InstallException(String message, Throwable cause) {
    super(message, cause);
  }
}
