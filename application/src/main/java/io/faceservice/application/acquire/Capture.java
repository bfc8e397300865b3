package io.faceservice.application.acquire;

import io.faceservice.domain.biometric.Box;

/**
 * What a picture showed: small, where {@link FoundFace} holds all its pixels.
 *
 * @param faces how many faces were found, 1 or more
 * @param box the face the picture speaks for, cut to the picture
 */
public record Capture(int faces, Box box) {

  public static Capture of(FoundFace found) {
    var pixels = found.pixels();
    return new Capture(found.faces(), found.face().box().within(pixels.width(), pixels.height()));
  }
}
