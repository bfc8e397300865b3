package io.faceservice.vectorstore.opensearch;

import java.util.Map;

/** Queries for the faces nearest to a probe, among those that pass a filter. */
final class Queries {
  private Queries() {}

  /** Asks the graph, which looks at faces that pass the filter alone. */
  static Map<String, Object> graph(float[] probe, int candidates, Map<String, Object> filter) {
    return Map.of(
        "knn", Map.of(Fields.FACE, Map.of("vector", probe, "k", candidates, "filter", filter)));
  }

  /** Compares with every face that passes the filter. */
  static Map<String, Object> exact(float[] probe, Map<String, Object> filter) {
    Map<String, Object> parameters =
        Map.of("field", Fields.FACE, "query_value", probe, "space_type", "cosinesimil");
    Map<String, Object> script = Map.of("lang", "knn", "source", "knn_score", "params", parameters);
    return Map.of(
        "script_score",
        Map.of("query", Map.of("bool", Map.of("filter", filter)), "script", script));
  }
}
