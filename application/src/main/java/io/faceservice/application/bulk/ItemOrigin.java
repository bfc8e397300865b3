package io.faceservice.application.bulk;

/**
 * Where an item of an import stands, and what it says of itself, in the input's own words: what
 * whoever mends it needs.
 *
 * @param subject as written, even if it can name nobody; empty if it says none
 * @param source the same
 */
public record ItemOrigin(Place place, String subject, String source) {

  /** A place in the input. */
  public sealed interface Place {}

  /**
   * In a file of many items.
   *
   * @param number from 1
   */
  public record Line(long number) implements Place {}

  /**
   * A file of its own.
   *
   * @param path from the input's folder on
   */
  public record ImageFile(String path) implements Place {}
}
