package io.faceservice.inference.tfserving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted connections, to servers that are trusted and to others. */
final class ServingTlsTest {
  private static final String PASSWORD = "not-secret";
  private static final TensorSignature SIGNATURE =
      new TensorSignature(
          List.of(new TensorSpec("in", List.of(-1L, 2L))),
          List.of(new TensorSpec("out", List.of(-1L, 2L))));

  @TempDir Path folder;

  /** Makes a key and its own certificate with the JDK's tool. */
  private ServerCredentials credentials() throws Exception {
    Path store = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=double",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    return fromStore(store);
  }

  private ServerCredentials fromStore(Path store) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    Path key = folder.resolve("key.pem");
    Files.writeString(
        key, pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
    Files.writeString(
        certificate(), pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
    return TlsServerCredentials.create(certificate().toFile(), key.toFile());
  }

  private Path certificate() {
    return folder.resolve("certificate.pem");
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes));
  }

  private static float[] run(ServingDouble server, boolean tls, String trusted) {
    var options =
        new ServingOptions(
            server.target(), Duration.ofSeconds(20), Duration.ofSeconds(30), 1 << 20, tls, trusted);
    try (var engine = new TfServingEngine(options, new ModelVersions("latest"));
        TensorModel model = engine.load(Path.of("double.onnx"), SIGNATURE)) {
      return model
          .run(Map.of("in", Tensor.of(new float[] {1, 2}, 1, 2)))
          .values()
          .iterator()
          .next()
          .values();
    }
  }

  @Test
  void talksToAServerWhoseAuthorityIsTrusted() throws Exception {
    try (var server = new ServingDouble(0, credentials())) {
      assertThat(run(server, true, certificate().toString())).containsExactly(2, 4);
    }
  }

  @Test
  void doesNotTalkToAServerOfUnknownAuthorityNorWithoutEncryption() throws Exception {
    try (var server = new ServingDouble(0, credentials())) {
      for (boolean tls : new boolean[] {true, false}) {
        assertThatExceptionOfType(BackendException.class)
            .isThrownBy(() -> run(server, tls, ""))
            .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
      }
    }
  }
}
