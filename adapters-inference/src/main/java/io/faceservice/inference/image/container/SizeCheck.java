package io.faceservice.inference.image.container;

/** Asked by each format as soon as it knows a size, in pixels, and before it reads on. */
@FunctionalInterface
public interface SizeCheck {

  /**
   * Passes, or refuses the picture.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException of kind {@code TOO_LARGE} if so
   *     large a picture is not wanted
   */
  void require(long width, long height);
}
