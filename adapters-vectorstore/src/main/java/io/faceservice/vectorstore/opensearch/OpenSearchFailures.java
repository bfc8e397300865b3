package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Gallery;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.opensearch.client.transport.TransportException;

/** What can go wrong with OpenSearch, in words for the operator. */
final class OpenSearchFailures {
  private static final String GALLERY = "gallery";
  private static final int GATEWAY_TIMEOUT = 504;
  private static final int TOO_MANY = 429;
  private static final int LEAST_FAULT_OF_SERVER = 500;

  private OpenSearchFailures() {}

  static BackendException closed() {
    return new BackendException(Kind.UNAVAILABLE, GALLERY, "The gallery is not open.");
  }

  static BackendException interrupted(InterruptedException cause) {
    return new BackendException(
        Kind.UNAVAILABLE, GALLERY, "The call was interrupted while it waited.", cause);
  }

  static BackendException tooSlow(Duration patience, TimeoutException cause) {
    return new BackendException(
        Kind.TIMEOUT,
        GALLERY,
        "OpenSearch did not answer within %d ms.".formatted(patience.toMillis()),
        cause);
  }

  /** What the client threw: nothing reached the server, or no answer came back. */
  static BackendException transport(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SocketTimeoutException && !(each instanceof ConnectTimeoutException)) {
        return new BackendException(
            Kind.TIMEOUT, GALLERY, "OpenSearch did not answer in time.", cause);
      }
    }
    if (cause instanceof TransportException) {
      // What the client makes of 401 and 403.
      return new BackendException(
          Kind.REFUSED,
          GALLERY,
          "OpenSearch refused us: see face.gallery.opensearch.username and its rights.",
          cause);
    }
    return new BackendException(
        Kind.UNAVAILABLE, GALLERY, "OpenSearch cannot be reached: " + cause.getMessage(), cause);
  }

  /** An answer that is no success. */
  static BackendException refused(Answer answer) {
    return refused(answer.status(), answer.errorType());
  }

  /** A status that is no success, with the server's name for the reason. */
  static BackendException refused(int status, String type) {
    return new BackendException(
        kind(status), GALLERY, "OpenSearch answered %d %s.".formatted(status, type));
  }

  /** Part of an answer is an error. */
  static BackendException unanswered(String alias, JsonNode error) {
    String type = error.path("type").asText();
    return type.equals("index_not_found_exception")
        ? gone(alias)
        : new BackendException(
            Kind.UNAVAILABLE, GALLERY, "OpenSearch answered in part: %s.".formatted(type));
  }

  private static Kind kind(int status) {
    if (status == GATEWAY_TIMEOUT) {
      return Kind.TIMEOUT;
    }
    return status == TOO_MANY || status >= LEAST_FAULT_OF_SERVER ? Kind.UNAVAILABLE : Kind.REFUSED;
  }

  static BackendException unreadable(Exception cause) {
    return new BackendException(
        Kind.CORRUPT, GALLERY, "What OpenSearch answered cannot be read.", cause);
  }

  static BackendException unreadable(String what) {
    return new BackendException(
        Kind.CORRUPT, GALLERY, "What OpenSearch answered lacks %s.".formatted(what));
  }

  static BackendException untrustworthy(Path file, Exception cause) {
    return new BackendException(
        Kind.REFUSED,
        GALLERY,
        "%s holds no certificates that can be read: see face.gallery.opensearch.authority."
            .formatted(file),
        cause);
  }

  static BackendException withoutPlugin() {
    return new BackendException(
        Kind.REFUSED,
        GALLERY,
        "The OpenSearch cluster lacks the k-NN plugin (opensearch-knn), which searches faces."
            + " Install it on every node, or configure another face.gallery.adapter.");
  }

  static BackendException foreign(String index, String kept, String wanted) {
    String problem =
        "The gallery in index %s holds templates of %s, not of %s.".formatted(index, kept, wanted);
    String cure = " Configure that pack again, or refill it by: " + Gallery.REBUILD_COMMAND;
    return new BackendException(Kind.REFUSED, GALLERY, problem + cure);
  }

  static BackendException strange(String index, String problem) {
    return new BackendException(
        Kind.REFUSED,
        GALLERY,
        "The index %s is no gallery: %s. Set face.gallery.opensearch.index to another name."
            .formatted(index, problem));
  }

  static BackendException readOnly(String index) {
    return new BackendException(
        Kind.REFUSED,
        GALLERY,
        "The index %s was made by the service's first generation and is only searched."
                .formatted(index)
            + " To enrol, remove, list and reconcile, migrate it by: "
            + Gallery.REBUILD_COMMAND);
  }

  static BackendException gone(String alias) {
    return new BackendException(
        Kind.REFUSED,
        GALLERY,
        "No index stands behind the alias %s any more: it was deleted, or refilled for another"
                .formatted(alias)
            + " model pack. Start the service again.");
  }

  static BackendException contended() {
    return new BackendException(
        Kind.UNAVAILABLE, GALLERY, "Others change the same reference all the time.");
  }
}
