package io.faceservice.vectorstore.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.vectorstore.milvus.MilvusLayout.Hnsw;
import io.faceservice.vectorstore.milvus.MilvusServer.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gallery says while there is no Milvus. */
final class MilvusUnreachableTest {
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofSeconds(1));

  private static MilvusGallery gallery(String uri, Optional<Path> authorities) {
    return gallery(uri, authorities, SHORT);
  }

  private static MilvusGallery gallery(String uri, Optional<Path> authorities, Patience patience) {
    var server = new MilvusServer(URI.create(uri), Optional.of("secret"), authorities, patience);
    var layout = new MilvusLayout("faces", 1, 1, 4, new Hnsw(16, 200));
    return new MilvusGallery(
        new MilvusSettings(server, layout, new MilvusSearch(128, 256, 1000)),
        new ModelId("made-up-1"),
        512);
  }

  private static void failsWith(Kind kind, MilvusGallery gallery) {
    try (gallery) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(gallery::prepare)
          .returns(kind, BackendException::kind)
          .withMessageNotContaining("secret");
      assertThat(gallery.check().up()).isFalse();
    }
  }

  @Test
  void isUnavailableWhereNobodyListens() {
    int port = MilvusProcess.freePorts(1).getFirst();
    failsWith(Kind.UNAVAILABLE, gallery("http://127.0.0.1:" + port, Optional.empty()));
  }

  @Test
  void findsOutAtOnceThatSomebodyListensAgain() throws IOException {
    int port = MilvusProcess.freePorts(1).getFirst();
    try (MilvusGallery gallery = gallery("http://127.0.0.1:" + port, Optional.empty())) {
      for (int i = 0; i < 3; i++) {
        assertThatExceptionOfType(BackendException.class)
            .isThrownBy(gallery::prepare)
            .returns(Kind.UNAVAILABLE, BackendException::kind);
      }
      try (var silent = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(silent.isBound()).isTrue();
        assertThatExceptionOfType(BackendException.class)
            .isThrownBy(gallery::prepare)
            .returns(Kind.TIMEOUT, BackendException::kind);
      }
    }
  }

  @Test
  void timesOutWhereNobodyAnswers() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String uri = "http://127.0.0.1:" + silent.getLocalPort();
      failsWith(Kind.TIMEOUT, gallery(uri, Optional.empty()));
    }
  }

  @Test
  void endsAnOpeningWhenItIsClosed() throws Exception {
    var longer = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = Executors.newSingleThreadExecutor()) {
      String uri = "http://127.0.0.1:" + silent.getLocalPort();
      MilvusGallery gallery = gallery(uri, Optional.empty(), longer);
      Future<?> opening = thread.submit(gallery::prepare);
      Socket asked = silent.accept();
      gallery.close();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> opening.get(30, TimeUnit.SECONDS))
          .havingCause()
          .isInstanceOf(BackendException.class);
      asked.close();
    }
  }

  @Test
  void namesAuthoritiesThatCannotBeRead(@TempDir Path directory) {
    Path none = directory.resolve("none.pem");
    failsWith(Kind.REFUSED, gallery("https://127.0.0.1:1", Optional.of(none)));
  }

  @Test
  void takesNoSecretInTheAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gallery("http://root:secret@127.0.0.1", Optional.empty()))
        .withMessageNotContaining("secret");
    assertThatIllegalArgumentException().isThrownBy(() -> gallery("127.0.0.1", Optional.empty()));
  }
}
