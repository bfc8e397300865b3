package io.faceservice.application.port;

/**
 * Whether a back end could serve right now.
 *
 * @param up whether it could
 * @param detail one sentence for the operator; never a secret
 */
public record Health(boolean up, String detail) {

  public static Health up(String detail) {
    return new Health(true, detail);
  }

  public static Health down(String detail) {
    return new Health(false, detail);
  }
}
