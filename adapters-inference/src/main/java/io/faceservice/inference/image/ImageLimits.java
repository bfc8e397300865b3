package io.faceservice.inference.image;

import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.InvalidInputException.Kind;

/**
 * How large a picture may be. Decoding takes 6 bytes of heap per pixel, up to 12 for 16-bit samples
 * and lossless WebP, and for a progressive JPEG up to 6 more outside the heap.
 *
 * @param maxBytes most bytes of the encoded file, at least 1
 * @param maxPixels most pixels, width times height, 1 to 500 million: an array holds no more
 */
public record ImageLimits(int maxBytes, long maxPixels) {
  /** The longest side of a JPEG or a GIF; no camera makes a longer one. */
  static final int MAX_SIDE = 65_535;

  private static final long MOST_PIXELS = 500_000_000;

  public ImageLimits {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be at least 1, was " + maxBytes);
    }
    if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "maxPixels must be 1 to " + MOST_PIXELS + ", was " + maxPixels);
    }
  }

  void requireBytes(int bytes) {
    if (bytes > maxBytes) {
      throw tooLarge("%d bytes; at most %d are accepted.".formatted(bytes, maxBytes));
    }
  }

  void requirePixels(long width, long height) {
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > maxPixels) {
      throw tooLarge(
          "%d x %d pixels; at most %d pixels are accepted, and %d on a side."
              .formatted(width, height, maxPixels, MAX_SIDE));
    }
  }

  private static InvalidInputException tooLarge(String measure) {
    return new InvalidInputException(Kind.TOO_LARGE, "image", "The image has " + measure);
  }
}
