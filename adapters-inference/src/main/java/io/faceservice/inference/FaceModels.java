package io.faceservice.inference;

import io.faceservice.application.port.Backend;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.application.port.Health;
import io.faceservice.application.port.PresentationAttackDetector;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.pack.LandmarkRole;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.pack.PresentationAttackRole;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of one pack, loaded by one engine: the ports they implement share their life. */
public final class FaceModels implements Backend {
  private final ModelPack pack;
  private final List<TensorModel> loaded = new ArrayList<>();
  private final FaceDetector detector;
  private final FaceLandmarker landmarker;
  private final FaceEncoder encoder;
  private final PresentationAttackDetector presentationAttackDetector;
  private volatile boolean ready;

  /**
   * Loads every model of the pack.
   *
   * @param folder where the pack's files lie
   * @throws BackendException if a model cannot be loaded
   */
  public FaceModels(ModelPack pack, Path folder, TensorEngine engine) {
    this.pack = pack;
    var loader = new Loader(folder, engine);
    this.detector = new ModelFaceDetector(pack.detector(), loader.load(pack.detector().file()));
    LandmarkRole landmarks = pack.landmarks();
    this.landmarker =
        landmarks == null
            ? new KeypointLandmarker()
            : new ModelFaceLandmarker(landmarks, loader.load(landmarks.file()));
    this.encoder =
        new ModelFaceEncoder(pack.id(), pack.embedder(), loader.load(pack.embedder().file()));
    this.presentationAttackDetector = presentationAttack(pack.presentationAttack(), loader);
  }

  private static PresentationAttackDetector presentationAttack(
      @Nullable PresentationAttackRole role, Loader loader) {
    if (role == null) {
      return (pixels, face) -> {
        throw new BackendException(
            Kind.REFUSED, "inference", "the model pack has no presentation attack detection");
      };
    }
    return new ModelPadDetector(
        role.models().stream()
            .map(model -> new ModelPadDetector.Member(model, loader.load(model.file())))
            .toList());
  }

  /** Loads models and remembers them for {@link #close}. */
  private final class Loader {
    private final Path folder;
    private final TensorEngine engine;

    Loader(Path folder, TensorEngine engine) {
      this.folder = folder;
      this.engine = engine;
    }

    TensorModel load(String file) {
      TensorModel model = engine.load(folder.resolve(file));
      loaded.add(model);
      return model;
    }
  }

  public FaceDetector detector() {
    return detector;
  }

  public FaceLandmarker landmarker() {
    return landmarker;
  }

  public FaceEncoder encoder() {
    return encoder;
  }

  public PresentationAttackDetector presentationAttackDetector() {
    return presentationAttackDetector;
  }

  /** Runs every model once, on a grey picture, so that the first request meets warm ones. */
  @Override
  public void prepare() {
    if (ready) {
      return;
    }
    byte[] grey = new byte[128 * 128 * Pixels.CHANNELS];
    Arrays.fill(grey, (byte) 128);
    Pixels pixels = Pixels.ofRgb(128, 128, grey);
    var face = new DetectedFace(new Box(32, 32, 96, 96), 1, List.of());
    detector.detect(pixels, Search.CHOSEN_FACE);
    if (pack.landmarks() != null) {
      encoder.encode(pixels, landmarker.landmarks(pixels, face));
    }
    if (pack.presentationAttack() != null) {
      presentationAttackDetector.score(pixels, face);
    }
    ready = true;
  }

  @Override
  public Health check() {
    return ready ? Health.up(pack.id().value()) : Health.down("the models are not loaded yet");
  }

  @Override
  public void close() {
    ready = false;
    loaded.forEach(TensorModel::close);
    loaded.clear();
  }
}
