package io.faceservice.imagestore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCredential;
import com.mongodb.WriteConcern;
import io.faceservice.application.port.BackendException;
import io.faceservice.imagestore.mongodb.MongoServer.Login;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClientSettingsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static MongoServer server(String uri, Login login, String certificates) {
    return new MongoServer(uri, login, certificates, TIMEOUT);
  }

  @Test
  void acknowledgesNothingBeforeAMajorityHasItInItsJournal() {
    var settings = ClientSettings.of(server("mongodb://a/?w=1&journal=false", Login.BY_URI, ""));
    assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
  }

  @Test
  void logsInAsConfiguredOrElseAsTheConnectionStringSays() {
    var login = new Login("svc", "p@ss");
    var configured = ClientSettings.of(server("mongodb://x:y@a/?authSource=s", login, ""));
    assertThat(configured.getCredential())
        .isEqualTo(MongoCredential.createCredential("svc", "s", "p@ss".toCharArray()));
    var byUri = ClientSettings.of(server("mongodb://x:y@a", Login.BY_URI, ""));
    assertThat(byUri.getCredential())
        .isEqualTo(MongoCredential.createCredential("x", "admin", "y".toCharArray()));
  }

  @Test
  void saysNoPasswordOfAWrongConnectionString() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> ClientSettings.of(server("mongodb://x:sec/ret@a", Login.BY_URI, "")))
        .satisfies(e -> assertThat(e).hasMessageNotContaining("sec").hasNoCause());
    assertThat(server("mongodb://x:secret@a", new Login("x", "secret"), "").toString())
        .doesNotContain("secret");
  }

  @Test
  void namesCertificatesThatCannotBeRead(@TempDir Path folder) {
    String missing = folder.resolve("ca.pem").toString();
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> ClientSettings.of(server("mongodb://a", Login.BY_URI, missing)))
        .withMessageContaining(missing)
        .returns(BackendException.Kind.REFUSED, BackendException::kind);
  }
}
