package io.faceservice.http.wire;

import io.micronaut.http.HttpRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a caller and an operator call one request by: the caller's own word for it, or ours. */
public final class RequestId {
  /** Carries it, both ways. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private RequestId() {}

  /** The request's identifier; the same at every call for one request. */
  public static String of(HttpRequest<?> request) {
    return request
        .getAttribute(HEADER, String.class)
        .orElseGet(
            () -> {
              String id = sent(request);
              request.setAttribute(HEADER, id);
              return id;
            });
  }

  private static String sent(HttpRequest<?> request) {
    return request
        .getHeaders()
        .findFirst(HEADER)
        .filter(id -> SANE.matcher(id).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
