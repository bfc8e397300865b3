package io.faceservice.vectorstore.milvus;

import java.util.regex.Pattern;

/**
 * How a gallery lies in Milvus. All but the name counts for collections made from then on.
 *
 * @param collection the alias in front of the versioned collections; letters, digits and {@code _}
 * @param shards of a collection: how many nodes share its writes
 * @param replicas of a collection in memory: how many nodes can answer the same search
 * @param partitions over which the sources are spread; a search reads one of them
 * @param index how neighbours are linked
 */
public record MilvusLayout(
    String collection, int shards, int replicas, int partitions, Hnsw index) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

  public MilvusLayout {
    if (!NAME.matcher(collection).matches()) {
      throw new IllegalArgumentException(
          "a collection's name has letters, digits and '_', not: " + collection);
    }
    if (shards < 1 || replicas < 1 || partitions < 1) {
      throw new IllegalArgumentException("shards, replicas and partitions are at least 1");
    }
  }

  /**
   * The graph (Malkov and Yashunin, 2018).
   *
   * @param links of a face to its neighbours: M
   * @param effort spent on finding them: efConstruction
   */
  public record Hnsw(int links, int effort) {}
}
