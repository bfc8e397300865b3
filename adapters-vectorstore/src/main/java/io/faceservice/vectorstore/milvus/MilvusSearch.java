package io.faceservice.vectorstore.milvus;

/**
 * How thoroughly a gallery is searched.
 *
 * @param candidates faces taken from the index, at least; the best of them are scored again from
 *     their embeddings
 * @param effort of a walk through the graph: ef, never less than the candidates
 * @param exhaustive a source of so many faces or fewer is compared in full whenever the index names
 *     fewer candidates than it was asked for
 */
public record MilvusSearch(int candidates, int effort, int exhaustive) {
  /** What Milvus returns at most from one call. */
  static final int MOST = 16_384;

  public MilvusSearch {
    if (candidates < 1 || candidates > MOST || exhaustive < 0 || exhaustive > MOST) {
      throw new IllegalArgumentException(
          "candidates and exhaustive have at most " + MOST + " faces");
    }
  }
}
