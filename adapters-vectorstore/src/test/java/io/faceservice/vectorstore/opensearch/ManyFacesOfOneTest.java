package io.faceservice.vectorstore.opensearch;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Effort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A source that the graph searches, in which candidates run out of subjects. */
@Tag("backends")
final class ManyFacesOfOneTest {
  private static final int DIMENSION = 16;
  private final Templates templates = new Templates(new ModelId("made-up-1"), DIMENSION);

  @Test
  void doNotHideTheOthers() {
    var settings =
        TestSettings.of(
            RealOpenSearch.shared().port(), TestSettings.freshIndex(), new Effort(20, 10));
    try (var gallery = new OpenSearchGallery(settings, templates.model(), DIMENSION)) {
      gallery.prepare();
      List<BiometricReference> references = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        references.add(reference(Source.DEFAULT, "ada", "face-" + i, templates.at(i / 10.0)));
      }
      references.add(reference("bob", templates.at(60)));
      references.add(reference("cem", templates.at(80)));
      gallery.enrolAll(references);
      assertThat(gallery.search(Source.DEFAULT, templates.at(0), 3).candidates())
          .extracting(candidate -> candidate.subject().value())
          .containsExactly("ada", "bob", "cem");
    }
  }
}
