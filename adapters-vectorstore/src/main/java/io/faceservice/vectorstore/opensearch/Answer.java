package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;

/** What the server answered: an HTTP status and JSON. */
record Answer(int status, JsonNode body) {
  private static final int NOT_FOUND = 404;
  private static final int LEAST_ERROR = 400;

  boolean succeeded() {
    return status < LEAST_ERROR;
  }

  boolean isMissing() {
    return status == NOT_FOUND;
  }

  /** The body of a success. */
  JsonNode require() {
    if (!succeeded()) {
      throw OpenSearchFailures.refused(this);
    }
    return body;
  }

  /** The server's name for what went wrong, or an empty text. */
  String errorType() {
    return body.path("error").path("type").asText("");
  }

  /** What the server says went wrong, its causes included, or an empty text. */
  String errorText() {
    return body.path("error").toString();
  }
}
