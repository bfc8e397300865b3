package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.GalleryProbe;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import io.faceservice.domain.search.CandidateList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The index of the service's first generation, as it is: searched, never changed. It does not say
 * which model made its templates; their dimension must be that of the configured pack, and that the
 * pack is the right one is the operator's word.
 */
final class FirstGenerationIndex implements OpenIndex {
  private static final String KEYWORD = ".keyword";

  /** Faces that are read, at least: the same person may be there several times. */
  private static final int READ = 200;

  /** The engines that filter inside the graph; with another, every face is compared. */
  private static final Set<String> FILTERING = Set.of("lucene", "faiss");

  private final Cluster cluster;
  private final String index;
  private final int candidates;
  private final boolean usesGraph;

  private FirstGenerationIndex(Cluster cluster, String index, int candidates, boolean usesGraph) {
    this.cluster = cluster;
    this.index = index;
    this.candidates = candidates;
    this.usesGraph = usesGraph;
  }

  /** Opens an index whose description shows the old mapping, and refuses any other. */
  static OpenIndex open(
      Cluster cluster, OpenSearchSettings settings, Packing packing, JsonNode description) {
    JsonNode fields = description.path("mappings").path("properties");
    JsonNode face = fields.path(Fields.FACE);
    if (!face.path("type").asText().equals("knn_vector") || !hasKeywords(fields)) {
      throw OpenSearchFailures.strange(
          settings.index(), "its mapping is neither ours nor the first generation's");
    }
    int dimension = face.path("dimension").asInt();
    if (dimension != packing.dimension()) {
      throw OpenSearchFailures.foreign(
          settings.index(), "%d values".formatted(dimension), packing.toString());
    }
    boolean usesGraph = FILTERING.contains(face.path("method").path("engine").asText());
    return new FirstGenerationIndex(
        cluster, settings.index(), settings.effort().candidates(), usesGraph);
  }

  private static boolean hasKeywords(JsonNode fields) {
    return List.of(Fields.SUBJECT, Fields.SOURCE).stream()
        .allMatch(field -> fields.path(field).path("fields").has("keyword"));
  }

  @Override
  public CandidateList search(Source source, FaceTemplate probe, int limit) {
    int size = Math.min(Search.MOST, Math.max(READ, 2 * limit));
    int asked = Math.max(size, candidates);
    float[] vector = probe.embedding().toArray();
    Map<String, Object> filter = of(source);
    Map<String, Object> body = new HashMap<>();
    body.put(
        "query", usesGraph ? Queries.graph(vector, asked, filter) : Queries.exact(vector, filter));
    body.put("size", size);
    List<Candidate> faces = new ArrayList<>();
    for (JsonNode hit : Search.ask(cluster.call(), index, body).path("hits").path("hits")) {
      candidate(source, probe, hit.path("_source")).ifPresent(faces::add);
    }
    return CandidateList.ranked(faces, limit);
  }

  @Override
  public List<CandidateList> searchAll(List<GalleryProbe> probes, int limit) {
    return probes.stream().map(probe -> search(probe.source(), probe.template(), limit)).toList();
  }

  /** Old documents without a source are in the default one, as they were then. */
  private static Map<String, Object> of(Source source) {
    Map<String, Object> named = Map.of("term", Map.of(Fields.SOURCE + KEYWORD, source.value()));
    if (!source.equals(Source.DEFAULT)) {
      return named;
    }
    Map<String, Object> unnamed =
        Map.of("bool", Map.of("must_not", Map.of("exists", Map.of("field", Fields.SOURCE))));
    return Map.of("bool", Map.of("should", List.of(named, unnamed)));
  }

  /** Scored here by the stored floats, since each engine has a scale of its own. */
  private static Optional<Candidate> candidate(
      Source source, FaceTemplate probe, JsonNode document) {
    JsonNode stored = document.path(Fields.FACE);
    float[] values = new float[stored.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = stored.get(i).floatValue();
    }
    try {
      var subject = new SubjectId(document.path(Fields.SUBJECT).asText());
      return Optional.of(
          new Candidate(
              new ReferenceKey(source, subject, ReferenceId.PRIMARY),
              new CreatedAt(document.path(Fields.CREATED_AT).asText("")),
              Similarity.ofCosine(probe.embedding().cosine(Embedding.normalised(values)))));
    } catch (InvalidInputException e) {
      return Optional.empty(); // an id that nobody could ask for here
    }
  }

  @Override
  public boolean needsRebuild() {
    return false;
  }

  @Override
  public String describe() {
    return "OpenSearch answers; the index is the first generation's, and only searched.";
  }

  @Override
  public void probe() {
    Search.ask(cluster.call(), index, Map.of("size", 0, "terminate_after", 1));
  }

  @Override
  public Map<Source, Long> sizes() {
    throw readOnly();
  }

  @Override
  public void enrol(BiometricReference reference) {
    throw readOnly();
  }

  @Override
  public void enrolAll(List<BiometricReference> references) {
    throw readOnly();
  }

  @Override
  public boolean remove(ReferenceKey key) {
    throw readOnly();
  }

  @Override
  public int removeSubject(SubjectKey subject) {
    throw readOnly();
  }

  @Override
  public Optional<GalleryEntry> find(ReferenceKey key) {
    throw readOnly();
  }

  @Override
  public Map<ReferenceKey, GalleryEntry> findAll(Collection<ReferenceKey> keys) {
    throw readOnly();
  }

  @Override
  public List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    throw readOnly();
  }

  @Override
  public void rebuilt() {
    throw readOnly();
  }

  private BackendException readOnly() {
    return OpenSearchFailures.readOnly(index);
  }
}
