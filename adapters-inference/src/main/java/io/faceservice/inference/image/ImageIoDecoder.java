package io.faceservice.inference.image;

import io.faceservice.application.port.ImageDecoder;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.image.container.ImageFormat;
import io.faceservice.inference.image.container.Still;
import io.faceservice.inference.image.container.Unreadable;
import java.io.IOException;

/**
 * Decodes with the JDK's ImageIO and TwelveMonkeys' readers for it. A file is first read for its
 * structure alone: that tells whether it is whole and how large its picture is, and a reader is
 * then shown no more of it than pixels need.
 *
 * <p>Samples are taken as sRGB, as the models' training saw them: colour profiles are ignored. Safe
 * for use by many threads.
 */
public final class ImageIoDecoder implements ImageDecoder {
  private final ImageLimits limits;
  private final StillReader reader = new StillReader();

  public ImageIoDecoder(ImageLimits limits) {
    this.limits = limits;
  }

  @Override
  public Pixels decode(FaceImage image) {
    limits.requireBytes(image.size());
    try {
      Still still = ImageFormat.read(image.toArray(), limits::requirePixels);
      return UprightCanvas.paint(still, reader.read(still));
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
      // What readers throw at damaged files is not confined to what they declare.
      throw Unreadable.damaged(e);
    }
  }
}
