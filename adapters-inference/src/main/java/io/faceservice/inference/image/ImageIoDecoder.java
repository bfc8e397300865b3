package io.faceservice.inference.image;

import io.faceservice.application.port.ImageDecoder;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.InvalidInputException.Kind;
import io.faceservice.domain.biometric.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Decodes by the JDK's readers. */
public final class ImageIoDecoder implements ImageDecoder {

  public ImageIoDecoder(ImageLimits limits) {}

  @Override
  public Pixels decode(FaceImage image) {
    try {
      BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(image.toArray()));
      if (decoded == null) {
        throw new InvalidInputException(Kind.UNREADABLE_IMAGE, "image", "No known image format.");
      }
      return rgb(decoded);
    } catch (IOException e) {
      throw new InvalidInputException(Kind.UNREADABLE_IMAGE, "image", "The image is damaged.");
    }
  }

  private static Pixels rgb(BufferedImage image) {
    byte[] rgb = new byte[image.getWidth() * image.getHeight() * Pixels.CHANNELS];
    int i = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int value = image.getRGB(x, y);
        rgb[i++] = (byte) (value >> 16);
        rgb[i++] = (byte) (value >> 8);
        rgb[i++] = (byte) value;
      }
    }
    return Pixels.ofRgb(image.getWidth(), image.getHeight(), rgb);
  }
}
