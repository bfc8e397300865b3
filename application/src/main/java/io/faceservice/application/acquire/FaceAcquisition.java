package io.faceservice.application.acquire;

import io.faceservice.application.acquire.Acquisition.Acquired;
import io.faceservice.application.acquire.Acquisition.NotAcquired;
import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceSelection;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;

/**
 * From an image to a template: decode, detect, choose, find landmarks, encode. Shared by all that
 * take an image. Safe for use by many threads.
 */
public final class FaceAcquisition {
  private final ImageDecoder decoder;
  private final FaceDetector detector;
  private final FaceLandmarker landmarker;
  private final FaceEncoder encoder;

  public FaceAcquisition(
      ImageDecoder decoder, FaceDetector detector, FaceLandmarker landmarker, FaceEncoder encoder) {
    this.decoder = decoder;
    this.detector = detector;
    this.landmarker = landmarker;
    this.encoder = encoder;
  }

  /**
   * Acquires the template of the face that the image speaks for.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if it is no picture
   * @throws io.faceservice.application.port.BackendException if inference fails
   */
  public Acquisition acquire(FaceImage image) {
    Pixels pixels = decoder.decode(image);
    var faces = detector.detect(pixels, Search.CHOSEN_FACE);
    return switch (FaceSelection.of(faces, pixels.width(), pixels.height())) {
      case FaceSelection.None none -> new NotAcquired();
      case FaceSelection.One(var face) -> encode(pixels, face, 1);
      case FaceSelection.Several(var face, var all) -> encode(pixels, face, all);
    };
  }

  private Acquired encode(Pixels pixels, DetectedFace face, int faces) {
    FacialLandmarks landmarks = landmarker.landmarks(pixels, face);
    return new Acquired(pixels, face, faces, landmarks, encoder.encode(pixels, landmarks));
  }
}
