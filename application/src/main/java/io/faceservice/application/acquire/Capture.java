package io.faceservice.application.acquire;

import io.faceservice.application.acquire.Acquisition.Acquired;
import io.faceservice.domain.biometric.Box;

/**
 * What a picture showed: small, where {@link Acquired} holds all its pixels.
 *
 * @param faces how many faces were found, 1 or more
 * @param box the face the picture speaks for, cut to the picture
 */
public record Capture(int faces, Box box) {

  public static Capture of(Acquired acquired) {
    var pixels = acquired.pixels();
    return new Capture(
        acquired.faces(), acquired.face().box().within(pixels.width(), pixels.height()));
  }
}
