package io.faceservice.vectorstore.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.domain.biometric.ModelId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that wants a token, and shows a certificate of an authority of its own. */
@Tag("namespaces")
final class MilvusSecurityTest {
  private static final MilvusProcess SERVER = new StandaloneMilvus(true);

  /** What a new server knows. */
  private static final String TOKEN = "root:Milvus";

  @BeforeAll
  static void start() {
    new MadeUpCertificate("localhost").writeTo(SERVER.directory());
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static MilvusGallery gallery(Optional<String> token, Optional<Path> authorities) {
    return MilvusUnderTest.on(SERVER, token, authorities).gallery(new ModelId("made-up-1"), 8);
  }

  private static Optional<Path> authorities() {
    return Optional.of(SERVER.directory().resolve("server.pem"));
  }

  @Test
  void letsInWhoKnowsItAndIsKnown() {
    try (MilvusGallery gallery = gallery(Optional.of(TOKEN), authorities())) {
      gallery.prepare();
      assertThat(gallery.sizes()).isEmpty();
    }
  }

  @Test
  void refusesAWrongTokenAndNone() {
    for (Optional<String> token : List.of(Optional.of("root:wrong"), Optional.<String>empty())) {
      try (MilvusGallery gallery = gallery(token, authorities())) {
        assertThatExceptionOfType(BackendException.class)
            .isThrownBy(gallery::prepare)
            .returns(Kind.REFUSED, BackendException::kind);
      }
    }
  }

  @Test
  void isNotTrustedWithoutItsAuthority() {
    try (MilvusGallery gallery = gallery(Optional.of(TOKEN), Optional.empty())) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(gallery::prepare)
          .returns(Kind.UNAVAILABLE, BackendException::kind);
    }
  }
}
