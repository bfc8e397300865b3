package io.faceservice.application.detect;

import io.faceservice.application.acquire.Workers;
import io.faceservice.application.detect.Detection.Found;
import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds every face in a picture. */
public final class DetectFaces {
  private final ImageDecoder decoder;
  private final FaceDetector detector;
  private final FaceLandmarker landmarker;
  private final Workers workers;

  public DetectFaces(
      ImageDecoder decoder, FaceDetector detector, FaceLandmarker landmarker, Workers workers) {
    this.decoder = decoder;
    this.detector = detector;
    this.landmarker = landmarker;
    this.workers = workers;
  }

  /** How much to find out about each face. */
  public enum Detail {
    BOXES,
    LANDMARKS
  }

  /**
   * Detects.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if it is no picture
   * @throws io.faceservice.application.port.BackendException if inference fails
   */
  public Detection detect(FaceImage image, Detail detail) {
    return workers.one(() -> detect(decoder.decode(image), detail));
  }

  private Detection detect(Pixels pixels, Detail detail) {
    BiFunction<Pixels, DetectedFace, Optional<FacialLandmarks>> look =
        switch (detail) {
          case BOXES -> (picture, face) -> Optional.empty();
          case LANDMARKS -> (picture, face) -> Optional.of(landmarker.landmarks(picture, face));
        };
    var faces =
        detector.detect(pixels, Search.EVERY_FACE).stream()
            .map(face -> new Found(face, look.apply(pixels, face)))
            .toList();
    return new Detection(pixels.width(), pixels.height(), faces);
  }
}
