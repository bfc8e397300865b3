package io.faceservice.inference.image.container;

/**
 * How a stored picture is to be turned, as EXIF tag 0x0112 (and TIFF 6.0, page 36) says: where its
 * first row and first column belong.
 */
public enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  LYING_ON_ITS_LEFT(true, true, false),
  TRANSVERSED(true, true, true),
  LYING_ON_ITS_RIGHT(true, false, true);

  private final boolean swapsSides;
  private final boolean fromRight;
  private final boolean fromBottom;

  Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
    this.swapsSides = swapsSides;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** The orientation of an EXIF value; anything but 1 to 8 means nothing, and so upright. */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /** Whether the stored columns become rows. */
  public boolean swapsSides() {
    return swapsSides;
  }

  /**
   * Index of the upright pixel that a stored pixel becomes.
   *
   * @param width stored width
   * @param height stored height
   */
  public int index(int x, int y, int width, int height) {
    int uprightWidth = swapsSides ? height : width;
    int uprightHeight = swapsSides ? width : height;
    int column = swapsSides ? y : x;
    int row = swapsSides ? x : y;
    int uprightColumn = fromRight ? uprightWidth - 1 - column : column;
    int uprightRow = fromBottom ? uprightHeight - 1 - row : row;
    return uprightRow * uprightWidth + uprightColumn;
  }
}
