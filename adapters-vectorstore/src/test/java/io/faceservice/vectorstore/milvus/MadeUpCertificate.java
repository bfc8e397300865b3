package io.faceservice.vectorstore.milvus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate that signs itself, as Java's own tool makes it, in the form that Milvus reads. */
final class MadeUpCertificate {
  private static final String PASSWORD = "made-up";
  private static final String ALIAS = "server";
  private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private final String host;

  MadeUpCertificate(String host) {
    this.host = host;
  }

  /** Writes {@code server.pem} and {@code server.key}. */
  void writeTo(Path directory) {
    Path file = directory.resolve("server.p12");
    try {
      make(file);
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD.toCharArray());
      }
      write(
          directory.resolve("server.pem"), "CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
      write(
          directory.resolve("server.key"),
          "PRIVATE KEY",
          store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void make(Path file) throws IOException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                tool,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(made.onExit().join().exitValue()).isZero();
  }

  private static void write(Path file, String what, byte[] content) throws IOException {
    String text = PEM.encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what));
  }
}
