package io.faceservice.bootstrap.wiring;

import io.faceservice.bootstrap.config.HttpConfig;
import io.faceservice.bootstrap.config.InputConfig;
import io.faceservice.http.admission.AdmissionLimit;
import io.faceservice.http.wire.RequestLimits;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How much the HTTP edge lets in, as it is configured. */
@Factory
final class HttpFactory {

  @Singleton
  AdmissionLimit admissionLimit(HttpConfig config) {
    return new AdmissionLimit(config.requestsInFlight(), config.retryAfter());
  }

  @Singleton
  RequestLimits requestLimits(HttpConfig http, InputConfig input) {
    return new RequestLimits(http.imagesPerRequest(), input.maxBytes());
  }
}
