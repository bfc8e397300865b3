package io.faceservice.bootstrap.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.vectorstore.opensearch.RealOpenSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** OpenSearch. */
public final class OpenSearchServer implements StoreServer {
  private final RealOpenSearch server = RealOpenSearch.start();

  private String url() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public Map<String, String> variables() {
    return Map.of("FACE_GALLERY_OPENSEARCH_URL", url());
  }

  @Override
  public void kill() {
    server.kill();
  }

  /** A node listens before its indices are there; it answers once these are. */
  @Override
  public void restart() {
    server.run();
    URI health = URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=60s");
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void pause() {
    server.pause();
  }

  @Override
  public void resume() {
    server.resume();
  }

  @Override
  public void close() {
    server.close();
  }
}
