package io.faceservice.vectorstore.milvus;

import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One collection of faces, as it was made: a rebuild makes another.
 *
 * @param name of the collection, not of an alias
 * @param model whose templates it holds
 * @param dimension of them
 * @param partitions over which the sources are spread
 */
record MilvusVersion(String name, ModelId model, int dimension, int partitions) {
  /** Where what is noted about the faces lies, apart from them, so that no search meets it. */
  static final String NOTES = "notes";

  /** The partition of a source: the same for all, always. */
  String partitionOf(Source source) {
    return partition(Math.floorMod(Ids.hashOf(source), partitions));
  }

  /** All partitions with faces. */
  List<String> facePartitions() {
    return IntStream.range(0, partitions).mapToObj(MilvusVersion::partition).toList();
  }

  private static String partition(int number) {
    return "p" + number;
  }

  /** For messages. */
  String label() {
    return "%s (%d values)".formatted(model, dimension);
  }

  /** Whether templates of this model pack and dimension belong here. */
  boolean takes(ModelId pack, int values) {
    return model.equals(pack) && dimension == values;
  }
}
