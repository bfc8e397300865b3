package io.faceservice.application.port;

import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.Pixels;

/**
 * Turns encoded pictures into pixels: JPEG, PNG, WebP, BMP, GIF (its first frame) and TIFF; grey,
 * palette, CMYK, 16-bit and alpha (laid on white). Safe for use by many threads.
 */
public interface ImageDecoder {

  /**
   * Decodes a picture and turns it upright by its EXIF orientation.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException of kind {@code UNREADABLE_IMAGE}
   *     for what is no whole picture of a known kind, and of kind {@code TOO_LARGE}, before any
   *     pixel is decoded, for one of more bytes or pixels than allowed
   */
  Pixels decode(FaceImage image);
}
