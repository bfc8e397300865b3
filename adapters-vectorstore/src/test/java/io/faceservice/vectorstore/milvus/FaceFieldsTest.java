package io.faceservice.vectorstore.milvus;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.InvalidInputException;
import org.junit.jupiter.api.Test;

final class FaceFieldsTest {
  private static final int MOST = 65_535;

  @Test
  void takesATextOfCreationAsLongAsMilvusKeeps() {
    var text = new CreatedAt("x".repeat(MOST));
    assertThatNoException().isThrownBy(() -> FaceFields.requireRoom(text));
  }

  /** Counted as the server counts, by bytes: the caller is told, and nothing fails inside. */
  @Test
  void tellsTheCallerOfALongerOne() {
    var text = new CreatedAt("é".repeat(MOST / 2 + 1));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> FaceFields.requireRoom(text))
        .withMessageContaining("created_at");
  }
}
