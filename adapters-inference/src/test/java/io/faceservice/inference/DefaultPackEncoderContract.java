package io.faceservice.inference;

import io.faceservice.application.port.AlignedFace;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.testkit.FaceEncoderContract;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.tensor.TensorEngine;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What the default pack's encoder promises on every engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DefaultPackEncoderContract extends FaceEncoderContract {
  private final CountingEngine engine;
  private final FaceModels models;
  private final Pixels portrait = SamplePhotos.portraitPixels("person-a-1");
  private final FacialLandmarks landmarks;

  /**
   * @param engine under test; closed with it
   */
  protected DefaultPackEncoderContract(TensorEngine engine) {
    this.engine = new CountingEngine(engine, "fr_feature.onnx");
    this.models = InstalledPack.load(this.engine);
    models.prepare();
    this.landmarks =
        models
            .landmarker()
            .landmarks(portrait, models.detector().detect(portrait, Search.CHOSEN_FACE).getFirst());
  }

  @AfterAll
  final void close() {
    models.close();
  }

  /** How many faces each run of the embedder has when four are encoded. */
  protected final List<Long> runsForFourFaces() {
    AlignedFace face = encoder().align(portrait, landmarks);
    engine.runs();
    encoder().encode(Collections.nCopies(4, face));
    return engine.runs();
  }

  @Override
  protected final FaceEncoder encoder() {
    return models.encoder();
  }

  @Override
  protected final Pixels portrait() {
    return portrait;
  }

  @Override
  protected final FacialLandmarks landmarks() {
    return landmarks;
  }
}
