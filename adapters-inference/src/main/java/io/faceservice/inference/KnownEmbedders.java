package io.faceservice.inference;

import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.ModelId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What embedders made of the test picture when their pack was first used: so it is seen when
 * another model takes a known one's name.
 */
public interface KnownEmbedders {

  /** What the embedder of that name made of it, if it was ever used. */
  Optional<Embedding> find(ModelId model);

  /** Keeps what a new embedder makes of it. */
  void remember(ModelId model, Embedding embedding);

  /** Remembers as long as the process lives. */
  static KnownEmbedders inMemory() {
    Map<ModelId, Embedding> known = new ConcurrentHashMap<>();
    return new KnownEmbedders() {
      @Override
      public Optional<Embedding> find(ModelId model) {
        return Optional.ofNullable(known.get(model));
      }

      @Override
      public void remember(ModelId model, Embedding embedding) {
        known.putIfAbsent(model, embedding);
      }
    };
  }
}
