package io.faceservice.inference;

import io.faceservice.application.port.AlignedFace;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.image.FaceAligner;
import io.faceservice.inference.pack.EmbedderRole;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import java.util.List;
import java.util.Map;

/** Encodes aligned faces, several in one run where the model takes them. */
final class ModelFaceEncoder implements FaceEncoder {
  /** A server takes so many in one call as it comes, and they are no large message. */
  private static final int MOST = 32;

  private final ModelId id;
  private final EmbedderRole role;
  private final TensorModel model;
  private final boolean together;
  private final FaceAligner aligner;

  /**
   * @param together whether the engine is faster with several faces in one run
   */
  ModelFaceEncoder(ModelId id, EmbedderRole role, TensorModel model, boolean together) {
    this.id = id;
    this.role = role;
    this.model = model;
    this.together = together;
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
  public AlignedFace align(Pixels pixels, FacialLandmarks landmarks) {
    return AlignedFace.of(aligner.align(pixels, landmarks.five()).values());
  }

  @Override
  public List<FaceTemplate> encode(List<AlignedFace> faces) {
    return faces.size() > 1 && model.batches()
        ? run(faces)
        : faces.stream().flatMap(face -> run(List.of(face)).stream()).toList();
  }

  @Override
  public int atOnce() {
    return together && model.batches() ? MOST : 1;
  }

  private List<FaceTemplate> run(List<AlignedFace> faces) {
    Tensor input =
        Tensor.joined(
            faces.stream().map(AlignedFace::values).toList(), role.input().shape(faces.size()));
    var outputs = model.run(Map.of(role.input().name(), input));
    return EmbedderOutput.all(role, outputs, faces.size()).stream()
        .map(embedding -> new FaceTemplate(id, embedding))
        .toList();
  }
}
