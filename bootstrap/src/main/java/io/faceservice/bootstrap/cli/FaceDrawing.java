package io.faceservice.bootstrap.cli;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.biometric.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A copy of a picture with faces drawn in. */
final class FaceDrawing {
  private final BufferedImage image;
  private final float stroke;

  FaceDrawing(Pixels pixels) {
    image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        image.setRGB(x, y, pixels.at(x, y, 0) << 16 | pixels.at(x, y, 1) << 8 | pixels.at(x, y, 2));
      }
    }
    stroke = Math.max(1f, Math.max(pixels.width(), pixels.height()) / 600f);
  }

  void draw(DetectedFace face, FacialLandmarks landmarks) {
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setStroke(new BasicStroke(stroke));
      Box box = face.box();
      g.setColor(Color.GREEN);
      g.draw(new Rectangle2D.Double(box.x1(), box.y1(), box.width(), box.height()));
      g.setColor(Color.YELLOW);
      for (Point p : landmarks.points()) {
        g.fill(new Ellipse2D.Double(p.x() - stroke, p.y() - stroke, 2 * stroke, 2 * stroke));
      }
    } finally {
      g.dispose();
    }
  }

  void write(Path file) throws IOException {
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("this Java cannot write PNG");
    }
  }
}
