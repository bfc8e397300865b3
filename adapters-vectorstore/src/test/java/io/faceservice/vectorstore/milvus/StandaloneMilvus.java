package io.faceservice.vectorstore.milvus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The standalone server, with all that it needs within one process. It would listen on every
 * address of the machine, and so gets a network of its own, from which two ports lead to 127.0.0.1.
 */
final class StandaloneMilvus extends MilvusProcess {
  private static final List<String> PARTS =
      List.of(
          "etcd",
          "peer",
          "rootCoord",
          "proxy",
          "internal",
          "queryCoord",
          "queryNode",
          "indexNode",
          "dataCoord",
          "dataNode",
          "metrics");

  private final Path home = home("FACE_TEST_MILVUS_HOME");
  private final Map<String, Object> ports = new HashMap<>();
  private final boolean secured;

  /**
   * @param secured whether it wants a token and TLS; {@code server.pem} and {@code server.key} are
   *     then in its directory before it starts
   */
  StandaloneMilvus(boolean secured) {
    this.secured = secured;
    List<Integer> free = freePorts(PARTS.size());
    for (int i = 0; i < PARTS.size(); i++) {
      ports.put(PARTS.get(i), free.get(i));
    }
  }

  @Override
  int port() {
    return (Integer) Objects.requireNonNull(ports.get("proxy"));
  }

  @Override
  public URI uri() {
    return secured ? URI.create("https://localhost:" + port()) : super.uri();
  }

  @Override
  ProcessBuilder command() throws IOException {
    Path configs = Files.createDirectories(directory().resolve("configs"));
    configure(configs.resolve("milvus.yaml"));
    configure(configs.resolve("etcd.yaml"));
    configure(configs.resolve("apart.py"));
    Files.copy(home.resolve("glog.conf"), configs.resolve("glog.conf"), REPLACE_EXISTING);
    var builder =
        new ProcessBuilder(
            home.resolveSibling("bin/python").toString(),
            configs.resolve("apart.py").toString(),
            String.valueOf(ports.get("proxy")),
            String.valueOf(ports.get("metrics")),
            "--",
            home.resolve("bin/milvus").toString(),
            "run",
            "standalone");
    Map<String, String> environment = builder.environment();
    environment.put("LD_LIBRARY_PATH", home.resolve("bin").toString());
    environment.put("DEPLOY_MODE", "STANDALONE");
    environment.put("METRICS_PORT", String.valueOf(ports.get("metrics")));
    environment.put("MILVUS_RUN_DIR", directory().resolve("run").toString());
    return builder;
  }

  private void configure(Path file) throws IOException {
    Map<String, Object> values = new HashMap<>(ports);
    values.put("directory", directory());
    values.put("secured", secured);
    values.put("tls", secured ? 1 : 0);
    try (InputStream template =
        StandaloneMilvus.class.getResourceAsStream(file.getFileName().toString())) {
      String text = new String(Objects.requireNonNull(template).readAllBytes(), UTF_8);
      for (var value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue().toString());
      }
      Files.writeString(file, text);
    }
  }

  @Override
  boolean isReady() {
    try {
      URI health = URI.create("http://127.0.0.1:%s/healthz".formatted(ports.get("metrics")));
      var connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(2000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
