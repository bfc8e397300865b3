package io.faceservice.inference.pack;

import io.faceservice.domain.biometric.Point;
import java.util.List;

/**
 * The model that makes embeddings from aligned faces.
 *
 * @param file the model's file
 * @param input what it reads
 * @param template where left eye, right eye, nose, left and right mouth corner lie on an aligned
 *     face, in pixels of the input
 * @param output the output's name
 * @param dimension how many values an embedding has
 * @param calibration measured points of the false match rate; empty where nobody measured
 */
public record EmbedderRole(
    String file,
    InputSpec input,
    List<List<Double>> template,
    String output,
    int dimension,
    List<CalibrationPoint> calibration) {

  public EmbedderRole {
    template = List.copyOf(template);
    calibration = List.copyOf(calibration);
    if (template.size() != 5 || template.stream().anyMatch(point -> point.size() != 2)) {
      throw new IllegalArgumentException("a template has five points of x and y");
    }
    Require.positive("dimension", dimension);
  }

  /** The template's points. */
  public List<Point> points() {
    return template.stream().map(xy -> new Point(xy.get(0), xy.get(1))).toList();
  }

  /**
   * One measured point of the trade-off.
   *
   * @param fmr false match rate
   * @param cosine the least cosine of a match at that rate
   * @param tar true acceptance rate there, 1 − FNMR
   */
  public record CalibrationPoint(double fmr, double cosine, double tar) {}
}
