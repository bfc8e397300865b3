package io.faceservice.http.v1;

import io.faceservice.http.wire.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/** The one place where problems of this API are put into words and shape. */
final class Problems {
  private static final String TYPE = "urn:face-service:problem:";

  private Problems() {}

  static MutableHttpResponse<?> of(Code code) {
    return of(code, code.status(), null, null);
  }

  static MutableHttpResponse<?> of(Code code, String detail) {
    return of(code, code.status(), detail, null);
  }

  static MutableHttpResponse<?> of(Code code, HttpStatus status) {
    return of(code, status, null, null);
  }

  static MutableHttpResponse<?> ofField(Code code, String detail, String field) {
    return of(code, code.status(), detail, field);
  }

  private static MutableHttpResponse<?> of(
      Code code, HttpStatus status, @Nullable String detail, @Nullable String field) {
    return HttpResponse.<Object>status(status)
        .body(
            new Problem(
                TYPE + code.word(), code.title(), status.getCode(), code.word(), detail, field));
  }
}
