package io.faceservice.application.port.enrolment;

/**
 * A place in an ordered listing, just behind the last entry that was read. It stays good while
 * entries come and go, and after the store was closed and opened again.
 *
 * @param position opaque; only the store that gave it can read it
 */
public record Cursor(String position) {
  /** Before the first entry of any listing. */
  public static final Cursor START = new Cursor("");
}
