package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.application.port.GalleryProbe;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import io.faceservice.domain.search.CandidateList;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Effort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the nearest subjects of one source. In a small source every face is compared; in a large
 * one the graph is asked for far more candidates than are wanted, since what it passes over is
 * lost. Either way the server scores by the floats that were enrolled, and ranks each subject once.
 */
final class Search {
  /** The most that the server returns, and that it takes for the graph's candidates. */
  static final int MOST = 10_000;

  /** No shard's faces are left out silently when that shard fails. */
  private static final Map<String, String> ALL_OR_NOTHING =
      Map.of("allow_partial_search_results", "false");

  private final Effort effort;
  private final SourceSizes sizes = new SourceSizes();

  Search(Effort effort) {
    this.effort = effort;
  }

  /** Nothing is known of a source's size any more. */
  void forget(Source source) {
    sizes.forget(source);
  }

  /** Looks for several at once, in one request but for the few that need a second look. */
  List<CandidateList> nearest(Rest rest, String alias, List<GalleryProbe> probes, int limit) {
    int candidates = Math.min(MOST, Math.max(effort.candidates(), 2 * limit));
    List<Boolean> small = new ArrayList<>();
    List<Map<String, Object>> bodies = new ArrayList<>();
    for (GalleryProbe probe : probes) {
      boolean exact = sizes.of(rest, alias, probe.source()) <= effort.exactUpTo();
      small.add(exact);
      bodies.add(body(exact ? exact(probe) : graph(probe, candidates), limit));
    }
    List<JsonNode> answers = askAll(rest, alias, bodies);
    List<CandidateList> lists = new ArrayList<>();
    for (int i = 0; i < probes.size(); i++) {
      CandidateList list = found(answers.get(i), limit);
      boolean lacksSome =
          !small.get(i)
              && list.candidates().size() < Math.min(limit, MOST)
              && matches(answers.get(i)) >= candidates;
      // The candidates were many faces of few subjects.
      lists.add(
          lacksSome ? found(ask(rest, alias, body(exact(probes.get(i)), limit)), limit) : list);
    }
    return lists;
  }

  private static long matches(JsonNode answer) {
    return answer.path("hits").path("total").path("value").asLong();
  }

  private static Map<String, Object> body(Map<String, Object> query, int limit) {
    Map<String, Object> body = new HashMap<>();
    body.put("query", query);
    body.put("size", Math.min(limit, MOST));
    body.put("collapse", Map.of("field", Fields.SUBJECT));
    body.put("sort", List.of("_score", Fields.SUBJECT, Fields.REFERENCE));
    body.put("_source", Fields.WITHOUT_FACE);
    body.put("track_total_hits", true);
    return body;
  }

  private static Map<String, Object> graph(GalleryProbe probe, int candidates) {
    return Queries.graph(probe.template().embedding().toArray(), candidates, of(probe.source()));
  }

  private static Map<String, Object> exact(GalleryProbe probe) {
    return Queries.exact(probe.template().embedding().toArray(), of(probe.source()));
  }

  static Map<String, Object> of(Source source) {
    return Map.of("term", Map.of(Fields.SOURCE, source.value()));
  }

  private static CandidateList found(JsonNode answer, int limit) {
    List<Candidate> candidates = new ArrayList<>();
    for (JsonNode hit : answer.path("hits").path("hits")) {
      JsonNode document = hit.path("_source");
      candidates.add(
          new Candidate(
              Fields.key(document),
              Fields.createdAt(document),
              new Similarity(Math.clamp(hit.path("_score").doubleValue(), 0.0, 1.0))));
    }
    return CandidateList.ranked(candidates, limit);
  }

  private static List<JsonNode> askAll(Rest rest, String alias, List<Map<String, Object>> bodies) {
    if (bodies.size() == 1) {
      return List.of(ask(rest, alias, bodies.getFirst()));
    }
    Map<String, Object> header = Map.of("index", alias, "allow_partial_search_results", false);
    List<Object> lines = new ArrayList<>();
    bodies.forEach(body -> lines.addAll(List.of(header, body)));
    JsonNode answers = rest.askInLines("/_msearch", Map.of(), lines).require().path("responses");
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode answer : answers) {
      if (answer.has("error")) {
        throw OpenSearchFailures.unanswered(alias, answer.path("error"));
      }
      all.add(answer);
    }
    if (all.size() != bodies.size()) {
      throw OpenSearchFailures.unreadable("an answer to each search");
    }
    return all;
  }

  /** Asks an index, and takes all or nothing. */
  static JsonNode ask(Rest rest, String alias, Map<String, Object> body) {
    Answer answer = rest.ask("POST", "/" + alias + "/_search", ALL_OR_NOTHING, body);
    if (answer.errorType().equals("index_not_found_exception")) {
      throw OpenSearchFailures.gone(alias);
    }
    return answer.require();
  }

  /** Fails if the index could not be searched now. */
  void probe(Rest rest, String alias) {
    ask(rest, alias, Map.of("size", 0, "query", of(Source.DEFAULT), "terminate_after", 1));
  }
}
