package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;

/**
 * Asks the server in JSON and waits for its answers: those of one call of the port, however many it
 * needs, within that call's time.
 */
final class Rest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json";
  private static final String LINES_TYPE = "application/x-ndjson";

  private final OpenSearchGenericClient client;
  private final Duration patience;
  private final long deadline;

  /** The call's time begins now. */
  Rest(OpenSearchGenericClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /** Asks without a body. */
  Answer ask(String method, String path, Map<String, String> parameters) {
    return send(Requests.builder().method(method).endpoint(path).query(parameters).build());
  }

  /** Asks with a JSON body. */
  Answer ask(String method, String path, Map<String, String> parameters, Object body) {
    return send(request(method, path, parameters, body(bytes(body), JSON_TYPE)));
  }

  /** Asks with a body of one JSON value a line. */
  Answer askInLines(String path, Map<String, String> parameters, List<?> lines) {
    var body = new ByteArrayOutputStream();
    for (Object line : lines) {
      body.writeBytes(bytes(line));
      body.write('\n');
    }
    return send(request("POST", path, parameters, body(body.toByteArray(), LINES_TYPE)));
  }

  private static Request request(
      String method, String path, Map<String, String> parameters, Body body) {
    return Requests.create(method, path, List.of(), parameters, body);
  }

  private static Body body(byte[] bytes, String type) {
    return Objects.requireNonNull(Body.from(bytes, type));
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer send(Request request) {
    CompletableFuture<Response> answer = client.executeAsync(request);
    try (Response response = answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      return read(response);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw OpenSearchFailures.tooSlow(patience, e);
    } catch (ExecutionException e) {
      throw OpenSearchFailures.transport(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw OpenSearchFailures.interrupted(e);
    } catch (IOException e) {
      throw OpenSearchFailures.unreadable(e);
    }
  }

  private static Answer read(Response response) throws IOException {
    var body = response.getBody();
    byte[] bytes = body.isEmpty() ? new byte[0] : body.get().bodyAsBytes();
    boolean isJson = bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[');
    return new Answer(
        response.getStatus(), isJson ? JSON.readTree(bytes) : MissingNode.getInstance());
  }
}
