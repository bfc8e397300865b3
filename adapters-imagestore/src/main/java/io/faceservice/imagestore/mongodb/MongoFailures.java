package io.faceservice.imagestore.mongodb;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoSocketWriteTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;

/** Where the driver's exceptions end: each becomes a sentence an operator can act on. */
final class MongoFailures {
  private static final String BACKEND = "image store";

  /** MongoDB's code for who may not do what they asked. */
  static final int UNAUTHORIZED = 13;

  /** MongoDB's code for a unique index's complaint. */
  static final int DUPLICATE_KEY = 11000;

  private MongoFailures() {}

  static BackendException failure(Kind kind, String message) {
    return new BackendException(kind, BACKEND, message);
  }

  static BackendException notOpen() {
    return failure(Kind.UNAVAILABLE, "the image store is not open");
  }

  /** For a call whose time is over before its next command is sent. */
  static BackendException late() {
    return failure(Kind.TIMEOUT, "MongoDB did not do all of a call in time");
  }

  static BackendException interrupted(InterruptedException cause) {
    return of(Kind.UNAVAILABLE, "was not waited for: the thread was interrupted", cause);
  }

  /** For a document that was read, but holds what nobody can have written. */
  static BackendException nonsense(RuntimeException cause) {
    return of(Kind.CORRUPT, "holds a damaged document: restore it from a backup", cause);
  }

  /** For a connection string or certificates that cannot be used. */
  static BackendException settings(String problem, Exception cause) {
    return of(Kind.REFUSED, problem, cause);
  }

  /**
   * The kind that an operator would say.
   *
   * @param reachable whether any server was heard of lately; where none was, not being served in
   *     time means not being reached
   */
  static BackendException of(MongoException cause, boolean reachable) {
    BackendException failure = of(cause);
    return failure.kind() == Kind.TIMEOUT && !reachable ? unreachable(cause) : failure;
  }

  private static BackendException of(MongoException cause) {
    return switch (cause) {
      case MongoSecurityException e -> of(Kind.REFUSED, "refused the user or the password", e);
      case MongoSocketReadTimeoutException e -> slow(e);
      case MongoSocketWriteTimeoutException e -> slow(e);
      case MongoExecutionTimeoutException e -> slow(e);
      case MongoOperationTimeoutException e -> slow(e);
      case MongoWriteConcernException e ->
          of(Kind.TIMEOUT, "did not confirm a write by a majority of its servers", e);
      case MongoTimeoutException e -> unreachable(e);
      case MongoSocketException e -> unreachable(e);
      case MongoServerUnavailableException e -> unreachable(e);
      case MongoConnectionPoolClearedException e -> unreachable(e);
      case MongoNotPrimaryException e -> unreachable(e);
      case MongoNodeIsRecoveringException e -> unreachable(e);
      case MongoInterruptedException e -> unreachable(e);
      case MongoCommandException e when e.getErrorCode() == UNAUTHORIZED ->
          of(Kind.REFUSED, "does not let this user do what the image store needs", e);
      case MongoServerException e -> of(Kind.REFUSED, "refused a command", e);
      case MongoClientException e -> of(Kind.REFUSED, "cannot be spoken to as configured", e);
      default -> of(Kind.REFUSED, "answered what its driver does not understand", cause);
    };
  }

  private static BackendException slow(MongoException cause) {
    return of(Kind.TIMEOUT, "did not answer in time", cause);
  }

  private static BackendException unreachable(MongoException cause) {
    return of(Kind.UNAVAILABLE, "cannot be reached", cause);
  }

  /** The driver's own words may quote a document's key, so they stay with the cause. */
  private static BackendException of(Kind kind, String what, Exception cause) {
    return new BackendException(kind, BACKEND, "the image store's MongoDB " + what, cause);
  }
}
