package io.faceservice.http.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.domain.biometric.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PercentCodingTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a b", "a/b", "100%", "a+b", "..", "ä日😀", "~-_.\"'?#;"})
  void decodesWhatItEncodes(String text) {
    assertThat(PercentCoding.decode("id", PercentCoding.encode(text))).isEqualTo(text);
  }

  @Test
  void encodesAllThatAPathCouldMistake() {
    assertThat(PercentCoding.encode("a/..ä+%")).isEqualTo("a%2F%2E%2E%C3%A4%2B%25");
  }

  @Test
  void leavesAPlusAPlusAndDecodesOnce() {
    assertThat(PercentCoding.decode("id", "a+b%252F%2f")).isEqualTo("a+b%2F/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%2", "%zz", "%+1", "ä", "%FF", "%C3", "%C0%AF", "%ED%A0%80"})
  void refusesWhatIsNotEncoded(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PercentCoding.decode("id", text))
        .satisfies(e -> assertThat(e.field()).isEqualTo("id"));
  }
}
