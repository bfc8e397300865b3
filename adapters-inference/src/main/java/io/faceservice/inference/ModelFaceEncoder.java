package io.faceservice.inference;

import io.faceservice.application.port.FaceEncoder;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.image.FaceAligner;
import io.faceservice.inference.pack.EmbedderRole;
import io.faceservice.inference.tensor.TensorModel;
import java.util.Map;

/** Encodes an aligned face. */
final class ModelFaceEncoder implements FaceEncoder {
  private final ModelId id;
  private final EmbedderRole role;
  private final TensorModel model;
  private final FaceAligner aligner;

  ModelFaceEncoder(ModelId id, EmbedderRole role, TensorModel model) {
    this.id = id;
    this.role = role;
    this.model = model;
    this.aligner = new FaceAligner(role.points(), role.input());
  }

  @Override
  public ModelId model() {
    return id;
  }

  @Override
  public int dimension() {
    return role.dimension();
  }

  @Override
  public FaceTemplate encode(Pixels pixels, FacialLandmarks landmarks) {
    var input = aligner.align(pixels, landmarks.five());
    var outputs = model.run(Map.of(role.input().name(), input));
    return new FaceTemplate(id, EmbedderOutput.of(role, outputs));
  }
}
