package io.faceservice.http.wire;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Writes every answer: records become JSON that ends with the request's identifier. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Answers {
  private static final String FIELD = "request_id";

  @ResponseFilter
  void writeLast(HttpRequest<?> request, MutableHttpResponse<?> response) {
    write(request, response);
  }

  /** Writes the body if it is a record that has not been written yet, and names the request. */
  public static void write(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String id = RequestId.of(request);
    response.getHeaders().set(RequestId.HEADER, id);
    if (response.body() instanceof Record answer) {
      response.body(Json.bytes(Json.tree(answer).put(FIELD, id))).contentType(typeOf(answer));
    }
  }

  private static MediaType typeOf(Record answer) {
    return answer instanceof Problem
        ? MediaType.APPLICATION_JSON_PROBLEM_TYPE
        : MediaType.APPLICATION_JSON_TYPE;
  }
}
