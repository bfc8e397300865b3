package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Gallery;
import io.milvus.shaded.io.grpc.StatusRuntimeException;
import io.milvus.v2.exception.ErrorCode;
import io.milvus.v2.exception.MilvusClientException;

/**
 * What can go wrong with Milvus, in words for the operator. No answer of the server is repeated.
 */
final class MilvusFailures {
  private static final String GALLERY = "gallery";

  /** Codes of the server: pkg/util/merr of Milvus 2.3 and later. */
  private static final int COLLECTION_NOT_FOUND = 100;

  private static final int COLLECTION_NOT_LOADED = 101;
  private static final int PARAMETERS = 1100;
  private static final int PRIVILEGES = 1400;
  private static final int HUNDRED = 100;

  private MilvusFailures() {}

  static BackendException closed() {
    return new BackendException(Kind.UNAVAILABLE, GALLERY, "The gallery is not open.");
  }

  static BackendException foreign(String collection, String kept, String wanted) {
    String problem =
        "The Milvus collection %s holds templates of %s, not of %s."
            .formatted(collection, kept, wanted);
    String cure = " Configure that pack again, or refill it by: " + Gallery.REBUILD_COMMAND;
    return new BackendException(Kind.REFUSED, GALLERY, problem + cure);
  }

  static BackendException notOurs(String collection) {
    return new BackendException(
        Kind.REFUSED,
        GALLERY,
        "The Milvus collection %s was not made by this service: set another name."
            .formatted(collection));
  }

  static BackendException lost(String collection) {
    return new BackendException(
        Kind.UNAVAILABLE,
        GALLERY,
        "The Milvus collection %s is not there any more.".formatted(collection));
  }

  static BackendException authorities(MilvusServer server, Exception cause) {
    return new BackendException(
        Kind.REFUSED,
        GALLERY,
        "The authorities to trust for Milvus at %s cannot be read.".formatted(server.address()),
        cause);
  }

  static BackendException damaged(RuntimeException cause) {
    return new BackendException(
        Kind.CORRUPT,
        GALLERY,
        "Milvus keeps what was never enrolled. Mend it with: " + Gallery.REBUILD_COMMAND,
        cause);
  }

  static BackendException of(MilvusServer server, RuntimeException failure) {
    Kind kind = kind(failure);
    String what =
        switch (kind) {
          case UNAVAILABLE -> "cannot serve now";
          case TIMEOUT -> "did not answer in time";
          case REFUSED -> "refused the call";
          case CORRUPT -> "answered what it never should";
        };
    return new BackendException(
        kind, GALLERY, "Milvus at %s %s.".formatted(server.address(), what), failure);
  }

  /** Whether there is no collection of the name that was asked for. */
  static boolean isGone(RuntimeException failure) {
    return serverCode(failure) == COLLECTION_NOT_FOUND;
  }

  /** Whether the collection has to be loaded before it can be asked. */
  static boolean isNotLoaded(RuntimeException failure) {
    return serverCode(failure) == COLLECTION_NOT_LOADED;
  }

  /**
   * Whether the server answered with a code that the client library does not know. Milvus Lite says
   * so that a collection has to be loaded.
   */
  static boolean isUnreadable(RuntimeException failure) {
    return failure instanceof MilvusClientException e
        && e.getErrorCode().equals(ErrorCode.CLIENT_ERROR)
        && e.getCause() instanceof IllegalArgumentException;
  }

  private static int serverCode(RuntimeException failure) {
    return failure instanceof MilvusClientException e
            && e.getErrorCode().equals(ErrorCode.SERVER_ERROR)
        ? e.getServerErrCode()
        : 0;
  }

  private static Kind kind(RuntimeException failure) {
    if (failure instanceof StatusRuntimeException e) {
      return transport(e);
    }
    if (!(failure instanceof MilvusClientException e)) {
      return Kind.CORRUPT;
    }
    if (e.getCause() instanceof StatusRuntimeException cause) {
      return transport(cause);
    }
    return switch (e.getErrorCode()) {
      case TIMEOUT -> Kind.TIMEOUT;
      case INVALID_PARAMS -> Kind.REFUSED;
      case SERVER_ERROR -> answered(e.getServerErrCode());
      default -> Kind.UNAVAILABLE;
    };
  }

  private static Kind transport(StatusRuntimeException failure) {
    return switch (failure.getStatus().getCode()) {
      case DEADLINE_EXCEEDED -> Kind.TIMEOUT;
      case UNAUTHENTICATED, PERMISSION_DENIED, INVALID_ARGUMENT, UNIMPLEMENTED -> Kind.REFUSED;
      case DATA_LOSS, OUT_OF_RANGE -> Kind.CORRUPT;
      default -> Kind.UNAVAILABLE;
    };
  }

  /** The rest tells of nodes, channels and segments that are not there at the moment. */
  private static Kind answered(int code) {
    return isHundred(code, PARAMETERS) || isHundred(code, PRIVILEGES)
        ? Kind.REFUSED
        : Kind.UNAVAILABLE;
  }

  private static boolean isHundred(int code, int hundred) {
    return code >= hundred && code < hundred + HUNDRED;
  }
}
