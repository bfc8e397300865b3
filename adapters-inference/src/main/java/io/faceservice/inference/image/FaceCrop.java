package io.faceservice.inference.image;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.pack.Crop;

/** Which part of a picture a model reads around a detected face. */
public final class FaceCrop {
  private FaceCrop() {}

  /** The region for that box, in pixels of the picture. */
  public static Box of(Pixels pixels, Box box, Crop crop) {
    double width =
        switch (crop.shape()) {
          case BOX -> box.width();
          case SQUARE_OF_HEIGHT -> box.height();
          case SQUARE_OF_LONGER_SIDE -> Math.max(box.width(), box.height());
        };
    double height =
        switch (crop.shape()) {
          case BOX, SQUARE_OF_HEIGHT -> box.height();
          case SQUARE_OF_LONGER_SIDE -> Math.max(box.width(), box.height());
        };
    return switch (crop.edge()) {
      case PAD -> around(box, width * crop.scale(), height * crop.scale());
      case CLIP ->
          around(box, width * crop.scale(), height * crop.scale())
              .within(pixels.width(), pixels.height());
      case SHIFT -> shifted(pixels, box, width, height, crop.scale());
    };
  }

  private static Box around(Box box, double width, double height) {
    double x = box.centre().x();
    double y = box.centre().y();
    return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
  }

  private static Box shifted(Pixels pixels, Box box, double width, double height, double wanted) {
    double scale =
        Math.min(wanted, Math.min((pixels.height() - 1) / height, (pixels.width() - 1) / width));
    Box crop = around(box, width * scale, height * scale);
    double right = shift(crop.x1(), crop.x2(), pixels.width());
    double down = shift(crop.y1(), crop.y2(), pixels.height());
    return new Box(crop.x1() + right, crop.y1() + down, crop.x2() + right, crop.y2() + down)
        .within(pixels.width(), pixels.height());
  }

  private static double shift(double from, double to, int size) {
    if (from < 0) {
      return -from;
    }
    return Math.min(0, size - to);
  }
}
