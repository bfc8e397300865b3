package io.faceservice.inference;

import io.faceservice.domain.biometric.Box;
import io.faceservice.inference.pack.DetectorRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of a picture a detector looks at. Level 0 is the whole; each further level halves how
 * many pixels of the picture one input pixel spans, in tiles of the input's proportions that
 * overlap by more than the largest face the level before may have missed.
 */
final class DetectorViews {
  /** Faces of at least this height in the picture are to be found, in pixels. */
  private static final double SMALLEST_WANTED = 40;

  /** How much of a tile its neighbour sees too. */
  private static final double OVERLAP = 0.25;

  /** A box is seldom wider than high; area over height squared at the most. */
  private static final double WIDEST = 1.3;

  private final DetectorRole role;
  private final int width;
  private final int height;

  DetectorViews(DetectorRole role, int width, int height) {
    this.role = role;
    this.width = width;
    this.height = height;
  }

  /** The whole picture. */
  Box whole() {
    return switch (role.fit()) {
      case STRETCH -> new Box(0, 0, width, height);
      case LETTERBOX, PAD -> {
        double span = span(0);
        yield new Box(0, 0, span * role.input().width(), span * role.input().height());
      }
    };
  }

  /** The picture undistorted at half its size in the middle, with a black border around it. */
  Box wider() {
    double viewWidth = 2 * span(0) * role.input().width();
    double viewHeight = 2 * span(0) * role.input().height();
    return centred(width / 2.0, height / 2.0, viewWidth, viewHeight);
  }

  /** How many levels of tiles it takes until the smallest wanted face is large enough. */
  int levels() {
    int level = 0;
    while (span(level) * role.smallestFace() > SMALLEST_WANTED) {
      level++;
    }
    return level;
  }

  /** The most prominence that a face unseen before that level of tiles can have, pixels squared. */
  double mostProminentUnseen(int level) {
    double side = span(level - 1) * role.smallestFace();
    return WIDEST * side * side;
  }

  List<Box> tiles(int level) {
    double tileWidth = span(level) * role.input().width();
    double tileHeight = span(level) * role.input().height();
    List<Box> tiles = new ArrayList<>();
    for (double y : starts(height, tileHeight)) {
      for (double x : starts(width, tileWidth)) {
        tiles.add(new Box(x, y, x + tileWidth, y + tileHeight));
      }
    }
    return tiles;
  }

  /**
   * Whether a face found in a tile may be believed: small enough that the level before may have
   * missed it, and not cut by an edge beyond which the picture goes on.
   */
  boolean belongs(Box face, Box tile) {
    boolean cut =
        (face.x1() <= tile.x1() && tile.x1() > 0)
            || (face.y1() <= tile.y1() && tile.y1() > 0)
            || (face.x2() >= tile.x2() && tile.x2() < width)
            || (face.y2() >= tile.y2() && tile.y2() < height);
    return !cut && face.height() <= tile.height() / 2;
  }

  /** A view in the input's proportions with that face in its middle, four times as high as it. */
  Box around(Box face) {
    double viewHeight = 4 * face.height();
    double viewWidth = viewHeight * role.input().width() / role.input().height();
    return centred(face.centre().x(), face.centre().y(), viewWidth, viewHeight);
  }

  private static Box centred(double x, double y, double viewWidth, double viewHeight) {
    return new Box(x - viewWidth / 2, y - viewHeight / 2, x + viewWidth / 2, y + viewHeight / 2);
  }

  /** Pixels of the picture under one input pixel, on the longer side. */
  private double span(int level) {
    double whole =
        Math.max((double) width / role.input().width(), (double) height / role.input().height());
    return Math.scalb(whole, -level);
  }

  private static List<Double> starts(double size, double tile) {
    if (tile >= size) {
      return List.of(0.0);
    }
    int count = (int) Math.ceil((size - tile) / (tile * (1 - OVERLAP))) + 1;
    List<Double> starts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      starts.add((size - tile) * i / (count - 1));
    }
    return starts;
  }
}
