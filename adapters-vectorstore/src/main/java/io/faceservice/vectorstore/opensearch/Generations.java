package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gallery's indices: which there are, and how they are made and take each other's place. */
final class Generations {
  private static final Map<String, String> NOTHING = Map.of();
  private static final String EXISTS = "resource_already_exists_exception";

  private final Cluster cluster;
  private final Names names;
  private final Packing packing;
  private final Shape shape;

  Generations(Cluster cluster, Names names, Packing packing, Shape shape) {
    this.cluster = cluster;
    this.names = names;
    this.packing = packing;
    this.shape = shape;
  }

  /** Those there are, of all packings. */
  List<Generation> all() {
    JsonNode found = cluster.upkeep().ask("GET", "/" + names.pattern(), NOTHING).require();
    List<Generation> all = new ArrayList<>();
    found
        .properties()
        .forEach(
            each ->
                names
                    .number(each.getKey())
                    .ifPresent(
                        number -> all.add(Generation.of(each.getKey(), number, each.getValue()))));
    return all;
  }

  /** The description of the index that has exactly the configured name, if there is one. */
  Optional<JsonNode> namesake() {
    Answer answer = cluster.upkeep().ask("GET", "/" + names.base(), NOTHING);
    if (answer.isMissing()) {
      return Optional.empty();
    }
    JsonNode index = answer.require().path(names.base());
    return index.isMissingNode() ? Optional.empty() : Optional.of(index);
  }

  /** Makes the index that follows these; returns its name, or nothing if another just made it. */
  Optional<String> create(List<Generation> all, List<String> aliases) {
    int number = 1 + all.stream().mapToInt(Generation::number).max().orElse(0);
    String index = names.index(number);
    Answer answer = cluster.upkeep().ask("PUT", "/" + index, NOTHING, description(aliases));
    if (answer.errorType().equals(EXISTS)) {
      return Optional.empty();
    }
    if (!answer.succeeded() && answer.errorText().contains("knn")) {
      throw OpenSearchFailures.withoutPlugin();
    }
    answer.require();
    return Optional.of(index);
  }

  private Map<String, Object> description(List<String> aliases) {
    Map<String, Object> named = new HashMap<>();
    aliases.forEach(alias -> named.put(alias, Map.of()));
    return Map.of(
        "settings",
        Map.of(
            "index.knn",
            true,
            "index.number_of_shards",
            shape.shards(),
            "index.number_of_replicas",
            shape.replicas()),
        "aliases",
        named,
        "mappings",
        Map.of(
            "dynamic",
            "strict",
            "_meta",
            packing.note(false),
            "properties",
            Fields.declared(face())));
  }

  private Map<String, Object> face() {
    Map<String, Object> graph = Map.of("m", shape.links(), "ef_construction", shape.buildBreadth());
    return Map.of(
        "type",
        "knn_vector",
        "dimension",
        packing.dimension(),
        "method",
        Map.of(
            "name", "hnsw", "engine", "lucene", "space_type", "cosinesimil", "parameters", graph));
  }

  /** The index behind an alias. */
  Generation behind(String alias) {
    return all().stream()
        .filter(generation -> generation.aliases().contains(alias))
        .findFirst()
        .orElseThrow(() -> OpenSearchFailures.gone(alias));
  }

  /** Notes in an index that everything in the system of record is in it. */
  void noteWhole(Generation generation) {
    cluster
        .upkeep()
        .ask(
            "PUT",
            "/" + generation.index() + "/_mapping",
            NOTHING,
            Map.of("_meta", packing.note(true)))
        .require();
  }

  /** From one moment to the next, searches go to this index, and the others are no more. */
  void install(String index, List<Generation> others) {
    List<Map<String, Object>> actions = new ArrayList<>();
    actions.add(action("add", index, names.live()));
    actions.add(
        Map.of("remove", Map.of("index", index, "alias", names.rebuild(), "must_exist", false)));
    others.stream()
        .filter(other -> !other.index().equals(index))
        .forEach(other -> actions.add(Map.of("remove_index", Map.of("index", other.index()))));
    cluster.upkeep().ask("POST", "/_aliases", NOTHING, Map.of("actions", actions)).require();
  }

  private static Map<String, Object> action(String kind, String index, String alias) {
    return Map.of(kind, Map.of("index", index, "alias", alias));
  }

  void delete(Generation generation) {
    cluster
        .upkeep()
        .ask("DELETE", "/" + generation.index(), Map.of("ignore_unavailable", "true"))
        .require();
  }
}
