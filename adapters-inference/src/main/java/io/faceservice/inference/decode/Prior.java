package io.faceservice.inference.decode;

import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.pack.RetinaFaceOutput;
import io.faceservice.inference.pack.SsdOutput;
import java.util.ArrayList;
import java.util.List;

/** A box that an SSD corrects: its centre and size, all in fractions of the input. */
record Prior(double x, double y, double width, double height) {

  /** RetinaFace's: in the middle of each step, beyond the input's edge where it is no multiple. */
  static List<Prior> of(RetinaFaceOutput output, InputSpec input) {
    List<Prior> priors = new ArrayList<>();
    for (RetinaFaceOutput.Level level : output.levels()) {
      double width = (double) input.width() / level.step();
      double height = (double) input.height() / level.step();
      Grid grid = new Grid((int) Math.ceil(width), (int) Math.ceil(height));
      for (int cell = 0; cell < grid.cells(); cell++) {
        double x = (grid.column(cell) + 0.5) / width;
        double y = (grid.row(cell) + 0.5) / height;
        for (double size : level.sizes()) {
          priors.add(new Prior(x, y, size / input.width(), size / input.height()));
        }
      }
    }
    return priors;
  }

  /** UltraFace's: in the middle of each cell. */
  static List<Prior> of(SsdOutput output, InputSpec input) {
    List<Prior> priors = new ArrayList<>();
    double most = output.clip() ? 1 : Double.POSITIVE_INFINITY;
    for (SsdOutput.Level level : output.levels()) {
      Grid grid = new Grid(level.columns(), level.rows());
      for (int cell = 0; cell < grid.cells(); cell++) {
        for (double size : level.sizes()) {
          double width = Math.min(size / input.width(), most);
          double height = Math.min(size / input.height(), most);
          priors.add(new Prior(grid.x(cell, 0.5), grid.y(cell, 0.5), width, height));
        }
      }
    }
    return priors;
  }
}
