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
import io.faceservice.domain.biometric.Point;
import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.pack.EmbedderRole;
import io.faceservice.inference.pack.LandmarkRole;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.pack.PresentationAttackRole;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The models of one pack, loaded by one engine: the ports they implement share their life. */
public final class FaceModels implements Backend {
  /** A face for warming up, of a picture of 128 x 128 pixels. */
  private static final DetectedFace FACE =
      new DetectedFace(
          new Box(32, 32, 96, 96),
          1,
          List.of(
              new Point(50, 55),
              new Point(78, 55),
              new Point(64, 68),
              new Point(53, 82),
              new Point(75, 82)));

  private final ModelPack pack;
  private final TensorEngine engine;
  private final List<TensorModel> loaded;
  private final FaceDetector detector;
  private final FaceDetector accurateDetector;
  private final FaceLandmarker landmarker;
  private final FaceEncoder encoder;
  private final PresentationAttackDetector presentationAttackDetector;
  private volatile boolean ready;
  private volatile boolean closed;
  private volatile String trouble = "";

  /**
   * Loads every model of the pack.
   *
   * @param folders where the files of a pack lie; asked for this one and for those it is based on
   * @param engine runs them; it is closed with them
   * @param known the embedders that were used before
   * @throws BackendException if a model cannot be loaded; then none stays loaded
   */
  public FaceModels(
      ModelPack pack,
      Function<ModelPack, Path> folders,
      TensorEngine engine,
      KnownEmbedders known) {
    this.pack = pack;
    this.engine = engine;
    var loader = new Loader(pack, folders, engine);
    try {
      this.detector = detector(pack.detector(), loader);
      this.accurateDetector =
          pack.accurateDetector().equals(pack.detector())
              ? detector
              : detector(pack.accurateDetector(), loader);
      this.landmarker = landmarker(pack.landmarks(), loader);
      this.encoder = encoder(pack, loader, known);
      this.presentationAttackDetector = presentationAttack(pack.presentationAttack(), loader);
    } catch (RuntimeException e) {
      loader.loaded.forEach(TensorModel::close);
      throw e;
    }
    this.loaded = loader.loaded;
  }

  private static FaceDetector detector(DetectorRole role, Loader loader) {
    return new ModelFaceDetector(role, loader.load(role.file(), RoleSignatures.of(role)));
  }

  private static FaceEncoder encoder(ModelPack pack, Loader loader, KnownEmbedders known) {
    EmbedderRole role = pack.embedder();
    TensorModel model = loader.load(role.file(), RoleSignatures.of(role));
    model.checkRevisions(new SameEmbedder(pack.templateId(), role, known));
    return new ModelFaceEncoder(pack.templateId(), role, model, loader.engine.fasterTogether());
  }

  private static FaceLandmarker landmarker(@Nullable LandmarkRole role, Loader loader) {
    return role == null
        ? new KeypointLandmarker()
        : new ModelFaceLandmarker(role, loader.load(role.file(), RoleSignatures.of(role)));
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
            .map(
                model ->
                    new ModelPadDetector.Member(
                        model, loader.load(model.file(), RoleSignatures.of(model))))
            .toList());
  }

  /** Loads models, each from the pack that brings it, and remembers them for closing. */
  private static final class Loader {
    private final ModelPack pack;
    private final Function<ModelPack, Path> folders;
    private final TensorEngine engine;
    private final List<TensorModel> loaded = new ArrayList<>();

    Loader(ModelPack pack, Function<ModelPack, Path> folders, TensorEngine engine) {
      this.pack = pack;
      this.folders = folders;
      this.engine = engine;
    }

    TensorModel load(String file, TensorSignature signature) {
      TensorModel model = engine.load(folders.apply(pack.home(file)).resolve(file), signature);
      loaded.add(model);
      return model;
    }
  }

  public FaceDetector detector() {
    return detector;
  }

  /** The one for faces that have to be found even if it takes longer. */
  public FaceDetector accurateDetector() {
    return accurateDetector;
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
    if (closed) {
      throw new BackendException(Kind.UNAVAILABLE, "inference", "the models are closed");
    }
    if (ready) {
      return;
    }
    loaded.forEach(TensorModel::prepare);
    byte[] grey = new byte[128 * 128 * Pixels.CHANNELS];
    Arrays.fill(grey, (byte) 128);
    Pixels pixels = Pixels.ofRgb(128, 128, grey);
    detector.detect(pixels, Search.CHOSEN_FACE);
    accurateDetector.detect(pixels, Search.CHOSEN_FACE);
    encoder.encode(pixels, landmarker.landmarks(pixels, FACE));
    if (pack.presentationAttack() != null) {
      presentationAttackDetector.score(pixels, FACE);
    }
    ready = true;
  }

  /**
   * Looks again at what may have changed where an engine elsewhere serves it; prepares what could
   * not be prepared before.
   *
   * @throws BackendException if the models cannot serve, or must not
   */
  public void recheck() {
    try {
      loaded.forEach(TensorModel::recheck);
      prepare();
      trouble = "";
    } catch (BackendException e) {
      trouble = String.valueOf(e.getMessage());
      throw e;
    }
  }

  @Override
  public Health check() {
    if (!ready || !trouble.isEmpty()) {
      return Health.down(trouble.isEmpty() ? "the models are not loaded yet" : trouble);
    }
    Health health = engine.check();
    return health.up() ? Health.up(pack.id().value()) : health;
  }

  @Override
  public void close() {
    ready = false;
    closed = true;
    loaded.forEach(TensorModel::close);
    engine.close();
  }
}
