package io.faceservice.vectorstore.opensearch;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.search.Candidate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An index as the service's first generation made it. */
@Tag("backends")
final class FirstGenerationIndexTest {
  private static final ModelId MODEL = new ModelId("made-up-1");
  private static final String MAPPING =
      """
      {"settings": {"index": {"knn": true, "number_of_shards": 3, "number_of_replicas": 0}},
       "mappings": {"properties": {
         "people_id": {"type": "text", "fields": {"keyword": {"type": "keyword", "ignore_above": 256}}},
         "face": {"type": "knn_vector", "dimension": 512, "method": {"name": "hnsw",
           "engine": "lucene", "space_type": "cosinesimil"}},
         "timestamp": {"type": "date", "format": "dd/MM/yyyy HH:mm:ss"},
         "created_at": {"type": "text"},
         "source": {"type": "text", "fields": {"keyword": {"type": "keyword", "ignore_above": 256}}}}}}
      """;

  private final Templates templates = new Templates(MODEL, 512);
  private final RawRequests server = new RawRequests(RealOpenSearch.shared().port());
  private final String index = TestSettings.freshIndex();
  private final Gallery gallery = gallery();

  private Gallery gallery() {
    return new OpenSearchGallery(
        TestSettings.of(RealOpenSearch.shared().port(), index), MODEL, 512);
  }

  @BeforeEach
  void makeIndex() {
    server.send("PUT", "/" + index, MAPPING);
    document("ada", "default", templates.random(1));
    document("ada", "default", templates.near(templates.random(1), 0.2, 2));
    document("bob b", "default", templates.random(3));
    document("ada", "branch", templates.random(4));
    gallery.prepare();
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private void document(String subject, String source, FaceTemplate template) {
    server.send(
        "POST",
        "/" + index + "/_doc?refresh=true",
        """
        {"people_id": "%s", "source": "%s", "created_at": "02-01-2021", "face": %s,
         "timestamp": "02/01/2021 10:20:30"}
        """
            .formatted(subject, source, Arrays.toString(template.embedding().toArray())));
  }

  private static List<String> subjects(List<Candidate> candidates) {
    return candidates.stream().map(candidate -> candidate.subject().value()).toList();
  }

  @Test
  void isSearchedSourceBySource() {
    List<Candidate> found = gallery.search(Source.DEFAULT, templates.random(1), 10).candidates();
    assertThat(subjects(found)).containsExactly("ada", "bob b");
    assertThat(found.getFirst().similarity().value()).isCloseTo(1, within(1e-3));
    assertThat(found.getFirst().createdAt().value()).isEqualTo("02-01-2021");
    assertThat(subjects(gallery.search(new Source("branch"), templates.random(1), 10).candidates()))
        .containsExactly("ada");
    assertThat(gallery.check().up()).isTrue();
    assertThat(gallery.needsRebuild()).isFalse();
  }

  @Test
  void isNeverWrittenTo() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> gallery.enrol(reference("cem", templates.random(5))))
        .returns(Kind.REFUSED, BackendException::kind)
        .withMessageContaining(Gallery.REBUILD_COMMAND);
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> gallery.remove(reference("ada", templates.random(1)).key()))
        .withMessageContaining(Gallery.REBUILD_COMMAND);
  }

  /** Which face of a person a document is, and whether it is unchanged, nobody wrote down then. */
  @Test
  void isNotListedAndSaysHowItWillBe() {
    List<Runnable> questions =
        List.of(
            () -> gallery.find(reference("ada", templates.random(1)).key()),
            () -> gallery.page(Optional.empty(), 10),
            gallery::sizes);
    for (Runnable question : questions) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(question::run)
          .returns(Kind.REFUSED, BackendException::kind)
          .withMessageContaining(Gallery.REBUILD_COMMAND);
    }
  }

  @Test
  void isSearchedByOthersUntilItIsMigratedAndKeptAfterwards() {
    try (Gallery restored = gallery();
        Gallery next = gallery()) {
      restored.reset();
      restored.enrolAll(List.of(reference("cem", templates.random(5))));
      assertThat(subjects(gallery.search(Source.DEFAULT, templates.random(1), 10).candidates()))
          .containsExactly("ada", "bob b");

      restored.rebuilt();

      next.prepare();
      assertThat(next.needsRebuild()).isFalse();
      assertThat(next.sizes()).isEqualTo(Map.of(Source.DEFAULT, 1L));
      next.enrol(reference("ada", templates.random(1)));
      assertThat(subjects(next.search(Source.DEFAULT, templates.random(1), 10).candidates()))
          .containsExactly("ada", "cem");
    }
    assertThat(server.send("GET", "/" + index + "/_count", "")).contains("\"count\":4");
  }

  @Test
  void isRefusedWithAnotherDimension() {
    try (Gallery shorter =
        new OpenSearchGallery(TestSettings.of(RealOpenSearch.shared().port(), index), MODEL, 128)) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(shorter::prepare)
          .returns(Kind.REFUSED, BackendException::kind);
    }
  }

  @Test
  void isNotTakenForWhatItIsNot() {
    String other = TestSettings.freshIndex();
    server.send(
        "PUT", "/" + other, "{\"mappings\": {\"properties\": {\"a\": {\"type\": \"text\"}}}}");
    try (Gallery strange =
        new OpenSearchGallery(TestSettings.of(RealOpenSearch.shared().port(), other), MODEL, 512)) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(strange::prepare)
          .returns(Kind.REFUSED, BackendException::kind)
          .withMessageContaining("face.gallery.opensearch.index");
    }
  }
}
