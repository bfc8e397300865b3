package io.faceservice.vectorstore.opensearch;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS with a certificate of its own, and basic authentication, before a server without either. */
final class SecureFront implements AutoCloseable {
  static final String USER = "ada";
  static final String PASSWORD = "correct horse";
  private static final String STORE_PASSWORD = "made-up";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpsServer front;
  private final int behind;
  private final Path certificate;

  /** Its key and certificate are made in a directory. */
  SecureFront(Path directory, int behind) throws IOException, GeneralSecurityException {
    this.behind = behind;
    Path store = directory.resolve("store.p12");
    certificate = directory.resolve("authority.pem");
    keytool(
        store,
        List.of(
            "-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1"));
    keytool(store, List.of("-exportcert", "-rfc", "-file", certificate.toString()));
    front = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    front
        .createContext("/", this::pass)
        .setAuthenticator(
            new BasicAuthenticator("test") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals(USER) && password.equals(PASSWORD);
              }
            });
    front.start();
  }

  private static void keytool(Path store, List<String> command) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    all.addAll(command);
    all.addAll(
        List.of("-alias", "front", "-keystore", store.toString(), "-storepass", STORE_PASSWORD));
    try {
      if (new ProcessBuilder(all).redirectErrorStream(true).start().waitFor() != 0) {
        throw new AssertionError("keytool failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, STORE_PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + behind + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type != null) {
        request.header("Content-Type", type);
      }
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  URI url() {
    return URI.create("https://127.0.0.1:" + front.getAddress().getPort());
  }

  /** The certificate to trust. */
  Path certificate() {
    return certificate;
  }

  @Override
  public void close() {
    front.stop(0);
    client.close();
  }
}
