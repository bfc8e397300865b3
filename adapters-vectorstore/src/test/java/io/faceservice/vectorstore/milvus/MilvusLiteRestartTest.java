package io.faceservice.vectorstore.milvus;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that loads nothing by itself when it is started again. */
@Tag("backends")
final class MilvusLiteRestartTest {
  private static final ModelId MODEL = new ModelId("made-up-1");
  private static final int DIMENSION = 64;

  private final Templates templates = new Templates(MODEL, DIMENSION);

  @Test
  void servesAnOpenGalleryAgain() {
    try (MilvusProcess server = new LiteMilvus().start();
        MilvusGallery gallery = MilvusUnderTest.on(server).gallery(MODEL, DIMENSION)) {
      gallery.prepare();
      gallery.enrol(reference("ada", templates.random(1)));
      server.kill();
      server.start();
      assertThat(gallery.search(Source.DEFAULT, templates.random(1), 1).candidates())
          .singleElement()
          .satisfies(found -> assertThat(found.subject().value()).isEqualTo("ada"));
      assertThat(gallery.check().up()).isTrue();
    }
  }
}
