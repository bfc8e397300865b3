package io.faceservice.inference.tfserving;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.grpc.StatusRuntimeException;

/** From gRPC's words for a failure to ours. */
final class ServingFailures {
  private ServingFailures() {}

  static BackendException of(String model, StatusRuntimeException e) {
    return new BackendException(
        kind(e), "inference", "TensorFlow Serving, model %s: %s".formatted(model, words(e)), e);
  }

  private static Kind kind(StatusRuntimeException e) {
    return switch (e.getStatus().getCode()) {
      case DEADLINE_EXCEEDED -> Kind.TIMEOUT;
      case UNAVAILABLE, CANCELLED, ABORTED -> Kind.UNAVAILABLE;
      case OK, UNKNOWN, INTERNAL, DATA_LOSS -> Kind.CORRUPT;
      case INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          RESOURCE_EXHAUSTED,
          FAILED_PRECONDITION,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          UNAUTHENTICATED ->
          Kind.REFUSED;
    };
  }

  private static String words(StatusRuntimeException e) {
    return switch (e.getStatus().getCode()) {
      case DEADLINE_EXCEEDED -> "no answer within the deadline";
      case UNAVAILABLE, CANCELLED, ABORTED -> "it cannot be reached";
      case NOT_FOUND -> "it does not serve that model or version";
      case RESOURCE_EXHAUSTED -> "a message is larger than allowed";
      default -> "it answered " + e.getStatus().getCode();
    };
  }
}
