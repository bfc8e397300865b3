package io.faceservice.vectorstore.opensearch;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Login;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster behind TLS with an authority of its own, which asks who is there. */
@Tag("backends")
final class SecureClusterTest {
  private static final Templates TEMPLATES = new Templates(new ModelId("made-up-1"), 8);

  @TempDir Path directory;
  private Optional<SecureFront> front = Optional.empty();

  @BeforeEach
  void stand() throws Exception {
    front = Optional.of(new SecureFront(directory, RealOpenSearch.shared().port()));
  }

  @AfterEach
  void fall() {
    front.ifPresent(SecureFront::close);
  }

  private OpenSearchGallery gallery(Optional<Login> login, Optional<Path> authority) {
    var plain = TestSettings.of(RealOpenSearch.shared().port(), TestSettings.freshIndex());
    return new OpenSearchGallery(
        new OpenSearchSettings(
            new Server(List.of(front.orElseThrow().url()), login, authority),
            plain.index(),
            plain.shape(),
            plain.effort(),
            plain.patience()),
        TEMPLATES.model(),
        TEMPLATES.dimension());
  }

  private Optional<Path> authority() {
    return Optional.of(front.orElseThrow().certificate());
  }

  private static Optional<Login> login(String password) {
    return Optional.of(new Login(SecureFront.USER, password));
  }

  @Test
  void isSearchedByWhoHasItsCertificateAndAPassword() {
    try (var gallery = gallery(login(SecureFront.PASSWORD), authority())) {
      gallery.prepare();
      gallery.enrol(reference("ada", TEMPLATES.at(0)));
      assertThat(gallery.search(Source.DEFAULT, TEMPLATES.at(0), 1).candidates()).hasSize(1);
    }
  }

  @Test
  void refusesAWrongPassword() {
    try (var gallery = gallery(login("guessed"), authority())) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(gallery::prepare)
          .returns(Kind.REFUSED, BackendException::kind)
          .withMessageNotContaining("guessed");
    }
  }

  @Test
  void isNotTrustedWithoutItsCertificate() {
    try (var gallery = gallery(login(SecureFront.PASSWORD), Optional.empty())) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(gallery::prepare)
          .returns(Kind.UNAVAILABLE, BackendException::kind);
    }
  }
}
