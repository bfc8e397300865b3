package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifierTest {

  static Stream<String> acceptable() {
    return Stream.of(
        "a",
        "a-1",
        " x a 1 ",
        "Nguyễn Văn An",
        "山田太郎",
        "O'Brien/\"x\"\\%_",
        "👩‍🚀".repeat(100),
        "x".repeat(512),
        "😀".repeat(512));
  }

  static Stream<String> unacceptable() {
    return Stream.of(
        "",
        " ",
        "\u2003 ",
        "x".repeat(513),
        "😀".repeat(513),
        "a\u0000b",
        "a\nb",
        "\u007f",
        "\u0085x",
        "a\ud83d",
        "\ude00a");
  }

  @ParameterizedTest
  @MethodSource("acceptable")
  void keepsSubjectsAndSourcesExactly(String text) {
    assertThat(new SubjectId(text).value()).isEqualTo(text);
    assertThat(new Source(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("unacceptable")
  void refusesWhatCannotNameAnyoneAndSaysWhichField(String text) {
    assertRefused(SubjectId::new, text, "people_id");
    assertRefused(Source::new, text, "source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"primary", "3f2c-9", "A.b_C", "0"})
  void keepsReferenceIds(String text) {
    assertThat(new ReferenceId(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "é", "a/b", "a\n"})
  void refusesReferenceIdsThatNeedEscaping(String text) {
    assertRefused(ReferenceId::new, text, "reference_id");
  }

  @Test
  void boundsReferenceIds() {
    assertThatCode(() -> new ReferenceId("x".repeat(64))).doesNotThrowAnyException();
    assertRefused(ReferenceId::new, "x".repeat(65), "reference_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "02/01/2021", " a\u0000\nb ", "năm nay"})
  void keepsAnyCreationTextVerbatim(String text) {
    assertThat(new CreatedAt(text).value()).isEqualTo(text);
  }

  @Test
  void refusesCreationTextThatNoEncodingKeeps() {
    assertRefused(CreatedAt::new, "\udc00", "created_at");
  }

  private static void assertRefused(Function<String, Object> make, String text, String field) {
    assertThatThrownBy(() -> make.apply(text))
        .asInstanceOf(type(InvalidInputException.class))
        .returns(field, InvalidInputException::field)
        .returns(InvalidInputException.Kind.MALFORMED, InvalidInputException::kind)
        .satisfies(refusal -> assertThat(refusal.problem()).startsWith(field));
  }
}
