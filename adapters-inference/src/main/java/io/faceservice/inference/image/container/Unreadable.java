package io.faceservice.inference.image.container;

import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.InvalidInputException.Kind;

/** The refusals of images that cannot be decoded, worded for the caller. */
public final class Unreadable {
  private Unreadable() {}

  public static InvalidInputException because(String problem) {
    return new InvalidInputException(Kind.UNREADABLE_IMAGE, "image", problem);
  }

  public static InvalidInputException damaged() {
    return because("The image is damaged or cut off: send the whole file.");
  }

  public static InvalidInputException damaged(Throwable cause) {
    InvalidInputException refusal = damaged();
    refusal.initCause(cause);
    return refusal;
  }

  static void unless(boolean sound) {
    if (!sound) {
      throw damaged();
    }
  }
}
