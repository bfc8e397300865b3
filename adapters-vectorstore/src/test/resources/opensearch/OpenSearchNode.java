import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;

/**
 * One OpenSearch node in a process of its own, run from source with the server's libraries on the
 * class path. It is the server itself, plugins included; only the start script is left out, which
 * refuses root. It tells its port in a line of standard output, and ends when its standard input
 * does, so it cannot outlive whoever started it.
 *
 * <p>Arguments: home of the server, data directory, port or 0 for any free one.
 */
final class OpenSearchNode {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path data = Path.of(arguments[1]);
    Settings settings =
        Settings.builder()
            .put("path.home", home.toString())
            .put("path.data", data.resolve("data").toString())
            .put("path.logs", data.resolve("logs").toString())
            .put("cluster.name", "face-service-test")
            .put("node.name", "test")
            .put("network.host", "127.0.0.1")
            .put("http.port", arguments[2])
            .put("transport.port", "0")
            .put("discovery.type", "single-node")
            .put("cluster.routing.allocation.disk.threshold_enabled", "false")
            .build();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "test");
    Node node = new Node(environment).start();
    HttpServerTransport http = node.injector().getInstance(HttpServerTransport.class);
    System.out.println("PORT " + http.boundAddress().publishAddress().getPort());
    System.out.flush();
    while (System.in.read() >= 0) {
      // nothing is said here; only the end counts
    }
    Thread.ofPlatform().daemon().start(OpenSearchNode::endAnyway);
    node.close();
    System.exit(0);
  }

  /** Closing waits for merges of vectors, which can take many minutes. */
  private static void endAnyway() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
