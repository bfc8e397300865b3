package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an index holds, told without embeddings. */
final class Listing {
  /** The most that the server returns at once. */
  private static final int MOST = 10_000;

  private static final int SOURCES = 1_000;
  private static final Map<String, String> NOTHING = Map.of();

  private final Cluster cluster;

  Listing(Cluster cluster) {
    this.cluster = cluster;
  }

  /** What is kept under each key, read by the documents' ids. */
  Map<ReferenceKey, GalleryEntry> findAll(String alias, Collection<ReferenceKey> keys) {
    Map<ReferenceKey, GalleryEntry> found = new HashMap<>();
    List<String> ids = keys.stream().map(DocumentId::of).distinct().toList();
    for (int from = 0; from < ids.size(); from += MOST) {
      List<String> some = ids.subList(from, Math.min(from + MOST, ids.size()));
      JsonNode documents =
          cluster
              .call()
              .ask(
                  "POST",
                  "/" + alias + "/_mget",
                  Map.of("_source_excludes", Fields.FACE),
                  Map.of("ids", some))
              .require()
              .path("docs");
      for (JsonNode document : documents) {
        if (document.has("error")) {
          throw OpenSearchFailures.unanswered(alias, document.path("error"));
        }
        if (document.path("found").asBoolean()) {
          GalleryEntry entry = Fields.entry(document.path("_source"));
          found.put(entry.key(), entry);
        }
      }
    }
    return found;
  }

  List<GalleryEntry> page(String alias, Optional<ReferenceKey> after, int limit) {
    Map<String, Object> query = new HashMap<>();
    query.put("size", Math.min(limit, MOST));
    query.put("sort", List.of(Fields.ID));
    query.put("_source", Fields.WITHOUT_FACE);
    query.put("track_total_hits", false);
    after.ifPresent(key -> query.put("search_after", List.of(DocumentId.of(key))));
    List<GalleryEntry> entries = new ArrayList<>();
    hits(cluster.call(), alias, query)
        .forEach(hit -> entries.add(Fields.entry(hit.path("_source"))));
    return entries;
  }

  /** The documents of a subject, up to so many. */
  List<String> idsOf(Rest rest, String alias, SubjectKey subject, int limit) {
    List<Map<String, Object>> both =
        List.of(
            Map.of("term", Map.of(Fields.SOURCE, subject.source().value())),
            Map.of("term", Map.of(Fields.SUBJECT, subject.subject().value())));
    Map<String, Object> query =
        Map.of("query", Map.of("bool", Map.of("filter", both)), "size", limit, "_source", false);
    List<String> ids = new ArrayList<>();
    hits(rest, alias, query).forEach(hit -> ids.add(hit.path("_id").asText()));
    return ids;
  }

  private static JsonNode hits(Rest rest, String alias, Map<String, Object> query) {
    return Search.ask(rest, alias, query).path("hits").path("hits");
  }

  Map<Source, Long> sizes(String alias) {
    Map<Source, Long> sizes = new HashMap<>();
    Map<String, Object> grouping = new HashMap<>();
    grouping.put("size", SOURCES);
    grouping.put(
        "sources", List.of(Map.of("source", Map.of("terms", Map.of("field", Fields.SOURCE)))));
    JsonNode groups;
    do {
      Map<String, Object> query =
          Map.of("size", 0, "aggs", Map.of("sizes", Map.of("composite", grouping)));
      groups = Search.ask(cluster.call(), alias, query).path("aggregations").path("sizes");
      groups
          .path("buckets")
          .forEach(
              bucket ->
                  sizes.put(
                      new Source(bucket.path("key").path("source").asText()),
                      bucket.path("doc_count").asLong()));
      grouping.put("after", groups.path("after_key"));
    } while (groups.has("after_key"));
    return sizes;
  }

  /**
   * The indices behind aliases, in the aliases' order; those that nothing stands behind are left
   * out.
   */
  List<String> behind(Rest rest, List<String> aliases) {
    JsonNode found = rest.ask("GET", "/_alias/" + String.join(",", aliases), NOTHING).body();
    List<String> indices = new ArrayList<>();
    for (String alias : aliases) {
      found
          .properties()
          .forEach(
              each -> {
                if (each.getValue().path("aliases").has(alias)) {
                  indices.add(each.getKey());
                }
              });
    }
    if (indices.isEmpty()) {
      throw OpenSearchFailures.gone(aliases.getFirst());
    }
    return indices;
  }
}
