package io.faceservice.inference.install;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * One person, cut out of a photo with the surroundings of the face.
 *
 * @param file the photo
 * @param x the left edge, in pixels of the photo
 * @param y the upper edge, in pixels of the photo
 * @param width in pixels
 * @param height in pixels
 */
public record Portrait(String file, int x, int y, int width, int height) {
  private static final float QUALITY = 0.95f;

  public Portrait {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException("a portrait of " + file + " is a part of it");
    }
  }

  /** Writes the portrait as a JPEG of quality 95. */
  void cut(Path folder, Path target) throws IOException {
    BufferedImage photo = ImageIO.read(folder.resolve(file).toFile());
    if (photo == null || x + width > photo.getWidth() || y + height > photo.getHeight()) {
      throw new InstallException(this + " does not lie on its photo");
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(target.toFile())) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      BufferedImage part = photo.getSubimage(x, y, width, height);
      writer.write(null, new IIOImage(part, null, null), quality);
    } finally {
      writer.dispose();
    }
  }
}
