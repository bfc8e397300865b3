package io.faceservice.vectorstore.milvus;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvus.v2.exception.ErrorCode;
import io.milvus.v2.exception.MilvusClientException;
import org.junit.jupiter.api.Test;

/** Failures as the client library tells them. */
final class MilvusFailuresTest {
  /** What the library says of a code that its enumeration lacks. */
  private final RuntimeException unknown =
      new IllegalArgumentException("Can't get the number of an unknown enum value.");

  @Test
  void tellsCodesThatTheLibraryDoesNotKnowFromItsOtherFailures() {
    assertThat(
            MilvusFailures.isUnreadable(new MilvusClientException(ErrorCode.CLIENT_ERROR, unknown)))
        .isTrue();
    assertThat(MilvusFailures.isUnreadable(new MilvusClientException(ErrorCode.RPC_ERROR, unknown)))
        .isFalse();
    assertThat(MilvusFailures.isUnreadable(unknown)).isFalse();
  }
}
