package io.faceservice.inference;

import io.faceservice.application.port.FaceDetector;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceSelection;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.biometric.Point;
import io.faceservice.inference.decode.FaceDecoder;
import io.faceservice.inference.decode.NonMaximumSuppression;
import io.faceservice.inference.decode.RawFace;
import io.faceservice.inference.image.TensorLayout;
import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.tensor.TensorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Finds faces of all sizes with a model of one fixed input: the whole picture first, then a wider
 * view for faces that fill the frame, then ever smaller tiles for small faces.
 */
final class ModelFaceDetector implements FaceDetector {
  /** A face above this share of the picture's area stands out. */
  private static final double LARGE = 0.05;

  /** A face above this share of the picture's height may be part of a larger one. */
  private static final double CLOSE = 0.5;

  /** A face above this share of the picture's height is seen best from further away. */
  private static final double FRAME_FILLING = 0.6;

  /** Share of a smaller box inside a larger one from which both are one face. */
  private static final double INSIDE = 0.6;

  /** Least intersection over union of two looks at one face. */
  private static final double AGREEMENT = 0.5;

  private final DetectorRole role;
  private final TensorModel model;
  private final FaceDecoder decoder;

  ModelFaceDetector(DetectorRole role, TensorModel model) {
    this(role, model, FaceDecoder.of(role));
  }

  private ModelFaceDetector(DetectorRole role, TensorModel model, FaceDecoder decoder) {
    this.role = role;
    this.model = model;
    this.decoder = decoder;
  }

  @Override
  public List<DetectedFace> detect(Pixels pixels, Search search) {
    DetectorRole fitted = role.forPicture(pixels.width(), pixels.height());
    return new ModelFaceDetector(fitted, model, decoder).find(pixels, search);
  }

  private List<DetectedFace> find(Pixels pixels, Search search) {
    var views = new DetectorViews(role, pixels.width(), pixels.height());
    List<DetectedFace> faces = lookAtWhole(pixels, views, search);
    for (int level = 1; level <= views.levels(); level++) {
      if (search == Search.CHOSEN_FACE
          && prominence(faces, pixels) >= views.mostProminentUnseen(level)) {
        break;
      }
      List<DetectedFace> finer = new ArrayList<>();
      for (Box tile : views.tiles(level)) {
        look(pixels, tile).stream()
            .filter(face -> views.belongs(face.box(), tile))
            .filter(face -> seenAgain(pixels, face, views.around(face.box())))
            .forEach(finer::add);
      }
      finer.sort(Comparator.comparingDouble(DetectedFace::confidence).reversed());
      add(faces, finer);
    }
    faces.sort(Comparator.comparingDouble(DetectedFace::confidence).reversed());
    return List.copyOf(faces);
  }

  /**
   * Whether a second look, centred on the face, sees it too: patterns that only resemble one go.
   */
  private boolean seenAgain(Pixels pixels, DetectedFace face, Box view) {
    return look(pixels, view).stream().anyMatch(f -> f.box().overlap(face.box()) > AGREEMENT);
  }

  /**
   * Looks at the whole picture and, where a face may fill the frame or none stands out, from
   * further away: a face that fills the frame is seen whole from there alone.
   */
  private List<DetectedFace> lookAtWhole(Pixels pixels, DetectorViews views, Search search) {
    List<DetectedFace> near = look(pixels, views.whole());
    boolean standsOut = prominence(near, pixels) >= LARGE * area(pixels);
    boolean close = near.stream().anyMatch(face -> share(face, pixels) > CLOSE);
    if (search == Search.CHOSEN_FACE && standsOut && !close) {
      return new ArrayList<>(near);
    }
    List<DetectedFace> far = look(pixels, views.wider());
    List<DetectedFace> faces = new ArrayList<>();
    add(faces, far.stream().filter(face -> share(face, pixels) > FRAME_FILLING).toList());
    add(faces, near);
    add(faces, far);
    return faces;
  }

  /** Share of the picture's height that a face takes. */
  private static double share(DetectedFace face, Pixels pixels) {
    return face.box().height() / pixels.height();
  }

  private static double area(Pixels pixels) {
    return (double) pixels.width() * pixels.height();
  }

  private static double prominence(List<DetectedFace> faces, Pixels pixels) {
    return faces.stream()
        .mapToDouble(f -> FaceSelection.prominence(f.box(), pixels.width(), pixels.height()))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** Adds those that are not yet known: what a coarser view saw, it saw whole. */
  private void add(List<DetectedFace> known, List<DetectedFace> found) {
    for (DetectedFace face : found) {
      if (known.stream().noneMatch(k -> same(k.box(), face.box()))) {
        known.add(face);
      }
    }
  }

  private boolean same(Box a, Box b) {
    if (a.overlap(b) > role.overlapThreshold()) {
      return true;
    }
    double w = Math.min(a.x2(), b.x2()) - Math.max(a.x1(), b.x1());
    double h = Math.min(a.y2(), b.y2()) - Math.max(a.y1(), b.y1());
    return w > 0 && h > 0 && w * h > INSIDE * Math.min(a.area(), b.area());
  }

  private List<DetectedFace> look(Pixels pixels, Box view) {
    var input = TensorLayout.ofRegion(pixels, view, role.input());
    var outputs = model.run(Map.of(role.input().name(), input));
    return NonMaximumSuppression.keep(decoder.decode(outputs), role.overlapThreshold()).stream()
        .map(face -> inPicture(face, view))
        .filter(face -> onPicture(face.box(), pixels))
        .toList();
  }

  private static boolean onPicture(Box box, Pixels pixels) {
    Point centre = box.centre();
    return centre.x() > 0
        && centre.y() > 0
        && centre.x() < pixels.width()
        && centre.y() < pixels.height();
  }

  private static DetectedFace inPicture(RawFace face, Box view) {
    Box box = face.box();
    return new DetectedFace(
        new Box(
            view.x1() + box.x1() * view.width(),
            view.y1() + box.y1() * view.height(),
            view.x1() + box.x2() * view.width(),
            view.y1() + box.y2() * view.height()),
        face.confidence(),
        face.keypoints().stream()
            .map(
                p -> new Point(view.x1() + p.x() * view.width(), view.y1() + p.y() * view.height()))
            .toList());
  }
}
