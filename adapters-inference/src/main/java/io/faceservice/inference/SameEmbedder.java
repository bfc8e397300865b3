package io.faceservice.inference;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.image.TensorLayout;
import io.faceservice.inference.pack.EmbedderRole;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorRun;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Refuses an embedder that makes something else of a test picture than the one whose name it has:
 * its embeddings must not be compared with those kept. The picture is made up and never changes.
 */
final class SameEmbedder implements Consumer<TensorRun> {
  /** The least cosine of one model on two engines, or in two precisions. */
  private static final double SAME = 0.99;

  private final ModelId id;
  private final EmbedderRole role;
  private final KnownEmbedders known;
  private final Tensor picture;

  SameEmbedder(ModelId id, EmbedderRole role, KnownEmbedders known) {
    this.id = id;
    this.role = role;
    this.known = known;
    this.picture = picture(role);
  }

  private static Tensor picture(EmbedderRole role) {
    int width = role.input().width();
    int height = role.input().height();
    byte[] rgb = new byte[width * height * Pixels.CHANNELS];
    for (int i = 0; i < rgb.length; i++) {
      int channel = i % Pixels.CHANNELS;
      int pixel = i / Pixels.CHANNELS;
      int row = pixel / width;
      double x = (double) (pixel % width) / width;
      double y = (double) row / height;
      rgb[i] = (byte) (128 + 100 * Math.sin(7 * x + channel) * Math.cos(5 * y - 2 * channel * x));
    }
    return TensorLayout.ofRegion(
        Pixels.ofRgb(width, height, rgb), new Box(0, 0, width, height), role.input());
  }

  @Override
  public void accept(TensorRun embedder) {
    Embedding now = EmbedderOutput.of(role, embedder.run(Map.of(role.input().name(), picture)));
    Optional<Embedding> then = known.find(id);
    if (then.isEmpty()) {
      known.remember(id, now);
    } else if (then.get().dimension() != now.dimension() || then.get().cosine(now) < SAME) {
      throw new BackendException(
          Kind.REFUSED,
          "inference",
          "the embedder behind %s is not the one that made the templates of %s: "
                  .formatted(role.file(), id)
              + "serve the former one again, or give the pack another version");
    }
  }
}
