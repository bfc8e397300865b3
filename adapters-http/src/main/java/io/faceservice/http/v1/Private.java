package io.faceservice.http.v1;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** Answers about people, which nobody on the way may keep. */
final class Private {
  private Private() {}

  static <T> MutableHttpResponse<T> ok(T body) {
    return withheld(HttpResponse.ok(body));
  }

  static <T> MutableHttpResponse<T> withheld(MutableHttpResponse<T> response) {
    return response
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff");
  }
}
