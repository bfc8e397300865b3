package io.faceservice.vectorstore.opensearch;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that goes on while another process refills the gallery. */
@Tag("backends")
final class RebuildBesideTest {
  private static final ModelId MODEL = new ModelId("made-up-1");
  private static final ModelId NEXT_MODEL = new ModelId("made-up-2");
  private static final int DIMENSION = 16;

  private final Templates templates = new Templates(MODEL, DIMENSION);
  private final String index = TestSettings.freshIndex();
  private final RawRequests server = new RawRequests(RealOpenSearch.shared().port());
  private final Gallery service = gallery(MODEL);
  private final Gallery restore = gallery(MODEL);

  private Gallery gallery(ModelId model) {
    return new OpenSearchGallery(
        TestSettings.of(RealOpenSearch.shared().port(), index), model, DIMENSION);
  }

  @BeforeEach
  void enrol() {
    service.prepare();
    service.enrolAll(
        List.of(
            reference("ada", templates.at(0)),
            reference("bob", templates.at(10)),
            reference("cem", templates.at(20))));
    service.rebuilt();
  }

  @AfterEach
  void close() {
    service.close();
    restore.close();
  }

  private List<String> found(Gallery gallery) {
    return gallery.search(Source.DEFAULT, templates.at(0), 10).candidates().stream()
        .map(candidate -> candidate.subject().value())
        .toList();
  }

  @Test
  void findsEverybodyAllTheWhile() {
    restore.reset();
    assertThat(found(service)).containsExactly("ada", "bob", "cem");
    assertThat(restore.sizes()).isEmpty();
    restore.enrolAll(List.of(reference("ada", templates.at(0))));
    assertThat(found(service)).containsExactly("ada", "bob", "cem");
    restore.enrolAll(
        List.of(reference("bob", templates.at(10)), reference("cem", templates.at(20))));
    restore.rebuilt();
    assertThat(found(service)).containsExactly("ada", "bob", "cem");
    assertThat(service.needsRebuild()).isFalse();
  }

  @Test
  void keepsWhatTheServiceDidMeanwhileThoughTheRefillComesLater() {
    restore.reset();
    service.enrol(reference("dan", templates.at(30)));
    service.enrol(reference("bob", templates.at(40)));
    service.remove(reference("cem", templates.at(0)).key());
    // A page that was read before the service changed what stands on it.
    restore.enrolAll(
        List.of(
            reference("ada", templates.at(0)),
            reference("bob", templates.at(10)),
            reference("cem", templates.at(20))));
    restore.rebuilt();

    assertThat(found(service)).containsExactly("ada", "dan", "bob");
    assertThat(service.remove(reference("dan", templates.at(0)).key())).isTrue();
    assertThat(found(restore)).containsExactly("ada", "bob");
  }

  @Test
  void leavesNoIndexBehind() {
    restore.reset();
    restore.reset();
    restore.rebuilt();
    assertThat(server.send("GET", "/" + index + "-v*/_alias", ""))
        .containsOnlyOnce("aliases")
        .doesNotContain(".rebuild");
  }

  @Test
  void leavesTheServiceAsItWasWhenTheRefillIsGivenUp() {
    restore.reset();
    restore.close();
    try (Gallery next = gallery(MODEL)) {
      next.prepare();
      assertThat(next.needsRebuild()).isFalse();
      assertThat(found(next)).containsExactly("ada", "bob", "cem");
    }
  }

  @Test
  void shutsOutAServiceWhoseModelPackWasReplaced() {
    try (Gallery next = gallery(NEXT_MODEL)) {
      next.reset();
      assertThat(found(service)).containsExactly("ada", "bob", "cem");
      next.enrolAll(List.of(reference("ada", new Templates(NEXT_MODEL, DIMENSION).at(0))));
      next.rebuilt();
      assertThat(next.sizes()).isEqualTo(Map.of(Source.DEFAULT, 1L));
    }
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> found(service))
        .returns(Kind.REFUSED, BackendException::kind);
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> service.enrol(reference("dan", templates.at(0))))
        .returns(Kind.REFUSED, BackendException::kind);
    assertThat(service.check().up()).isFalse();
  }
}
