package io.faceservice.inference;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.FacialLandmarks.Scheme;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.biometric.Point;
import io.faceservice.inference.image.FaceCrop;
import io.faceservice.inference.image.TensorLayout;
import io.faceservice.inference.pack.LandmarkRole;
import io.faceservice.inference.tensor.TensorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads landmarks from the crop of a detected face. */
final class ModelFaceLandmarker implements FaceLandmarker {
  private final LandmarkRole role;
  private final TensorModel model;

  ModelFaceLandmarker(LandmarkRole role, TensorModel model) {
    this.role = role;
    this.model = model;
  }

  @Override
  public FacialLandmarks landmarks(Pixels pixels, DetectedFace face) {
    Box crop = FaceCrop.of(pixels, face.box(), role.crop());
    var input = TensorLayout.ofRegion(pixels, crop, role.input());
    var output = model.run(Map.of(role.input().name(), input)).get(role.output());
    Scheme scheme =
        switch (role.points()) {
          case IBUG_68 -> Scheme.IBUG_68;
          case INSIGHT_106 -> Scheme.INSIGHT_106;
        };
    if (output == null || output.values().length != 2 * scheme.size()) {
      throw new BackendException(
          Kind.CORRUPT, "inference", role.file() + " did not give " + scheme.size() + " points");
    }
    List<Point> points = new ArrayList<>(scheme.size());
    for (int i = 0; i < scheme.size(); i++) {
      points.add(
          new Point(
              crop.x1() + fraction(output.values()[2 * i]) * crop.width(),
              crop.y1() + fraction(output.values()[2 * i + 1]) * crop.height()));
    }
    return new FacialLandmarks(scheme, points);
  }

  private double fraction(float value) {
    return switch (role.range()) {
      case FRACTION -> value;
      case SYMMETRIC -> (value + 1) / 2;
    };
  }
}
