package io.faceservice.inference.decode;

import io.faceservice.inference.pack.InputSpec;

/**
 * Cells that divide an input evenly, counted in rows from its top left. A detector's numbers that
 * count in cells become fractions of the input by it.
 */
record Grid(int columns, int rows) {

  /** Cells of {@code stride × stride} pixels. */
  static Grid ofStride(InputSpec input, int stride) {
    return new Grid(input.width() / stride, input.height() / stride);
  }

  int cells() {
    return columns * rows;
  }

  int column(int cell) {
    return cell % columns;
  }

  int row(int cell) {
    return cell / columns;
  }

  /** The fraction of the input's width at which a place lies, {@code cells} right of the cell. */
  double x(int cell, double cells) {
    return (column(cell) + cells) / columns;
  }

  /** The fraction of the input's height at which a place lies, {@code cells} below the cell. */
  double y(int cell, double cells) {
    return (row(cell) + cells) / rows;
  }

  /** Places as fractions, from x, y of each in cells from the cell's top left corner. */
  double[] places(int cell, float[] cells, int from, int count) {
    double[] places = new double[count];
    for (int i = 0; i < count; i += 2) {
      places[i] = x(cell, cells[from + i]);
      places[i + 1] = y(cell, cells[from + i + 1]);
    }
    return places;
  }
}
