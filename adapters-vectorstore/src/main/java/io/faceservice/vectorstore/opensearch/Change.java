package io.faceservice.vectorstore.opensearch;

import io.faceservice.domain.biometric.BiometricReference;
import java.util.List;
import java.util.Map;

/** Something to be done to one document. */
sealed interface Change {

  /** The document's id. */
  String id();

  /** The lines of a bulk request that do it, in one index or alias. */
  List<Object> lines(String index, long stamp);

  /** Makes or replaces a document. An alias that is not there is no reason to make an index. */
  record Put(String id, Map<String, Object> document) implements Change {
    static Put of(BiometricReference reference) {
      return new Put(DocumentId.of(reference.key()), Fields.of(reference));
    }

    @Override
    public List<Object> lines(String index, long stamp) {
      return List.of(
          Map.of(
              "index",
              Map.of(
                  "_index",
                  index,
                  "_id",
                  id,
                  "version",
                  stamp,
                  "version_type",
                  "external",
                  "require_alias",
                  true)),
          document);
    }
  }

  /**
   * Takes a document away. Its index is named by its own name: of an alias that is not there, the
   * server would make an index.
   */
  record Delete(String id) implements Change {
    @Override
    public List<Object> lines(String index, long stamp) {
      return List.of(
          Map.of(
              "delete",
              Map.of("_index", index, "_id", id, "version", stamp, "version_type", "external")));
    }
  }
}
