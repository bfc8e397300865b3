package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.domain.biometric.FaceTemplate;
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

  /** What is asked of a gallery. */
  record Question(Source source, FaceTemplate probe, int limit) {}

  /** Nothing is known of a source's size any more. */
  void forget(Source source) {
    sizes.forget(source);
  }

  CandidateList nearest(Rest rest, String alias, Question question) {
    if (sizes.of(rest, alias, question.source()) <= effort.exactUpTo()) {
      return found(ask(rest, alias, body(question, exact(question))), question);
    }
    int candidates = Math.min(MOST, Math.max(effort.candidates(), 2 * question.limit()));
    JsonNode answer = ask(rest, alias, body(question, graph(question, candidates)));
    CandidateList list = found(answer, question);
    boolean mayLackSome = answer.path("hits").path("total").path("value").asLong() >= candidates;
    if (list.candidates().size() < Math.min(question.limit(), MOST) && mayLackSome) {
      // The candidates were many faces of few subjects.
      return found(ask(rest, alias, body(question, exact(question))), question);
    }
    return list;
  }

  private static Map<String, Object> body(Question question, Map<String, Object> query) {
    Map<String, Object> body = new HashMap<>();
    body.put("query", query);
    body.put("size", Math.min(question.limit(), MOST));
    body.put("collapse", Map.of("field", Fields.SUBJECT));
    body.put("sort", List.of("_score", Fields.SUBJECT, Fields.REFERENCE));
    body.put("_source", Fields.WITHOUT_FACE);
    body.put("track_total_hits", true);
    return body;
  }

  private static Map<String, Object> graph(Question question, int candidates) {
    return Queries.graph(question.probe().embedding().toArray(), candidates, of(question.source()));
  }

  private static Map<String, Object> exact(Question question) {
    return Queries.exact(question.probe().embedding().toArray(), of(question.source()));
  }

  static Map<String, Object> of(Source source) {
    return Map.of("term", Map.of(Fields.SOURCE, source.value()));
  }

  private static CandidateList found(JsonNode answer, Question question) {
    List<Candidate> candidates = new ArrayList<>();
    for (JsonNode hit : answer.path("hits").path("hits")) {
      JsonNode document = hit.path("_source");
      candidates.add(
          new Candidate(
              Fields.key(document),
              Fields.createdAt(document),
              new Similarity(Math.clamp(hit.path("_score").doubleValue(), 0.0, 1.0))));
    }
    return CandidateList.ranked(candidates, question.limit());
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
