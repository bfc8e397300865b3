package io.faceservice.bootstrap.wiring;

import io.faceservice.bootstrap.config.HttpConfig;
import io.faceservice.bootstrap.config.InputConfig;
import io.faceservice.http.admission.AdmissionLimit;
import io.faceservice.http.wire.RequestLimits;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;

/** How much the HTTP edge lets in; made at once, so that a wrong value stops the start. */
@Factory
final class HttpFactory {

  @Context
  AdmissionLimit admissionLimit(HttpConfig config) {
    return new AdmissionLimit(config.requestsInFlight(), config.retryAfter());
  }

  @Context
  RequestLimits requestLimits(HttpConfig http, InputConfig input) {
    return new RequestLimits(http.imagesPerRequest(), input.maxBytes());
  }
}
