package io.faceservice.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.domain.biometric.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonFieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "null",
        "true",
        "\"text\"",
        "[]",
        "[{\"a\":1}]",
        "{",
        "{\"a\"",
        "{\"a\":1",
        "{\"a\":1}}",
        "{\"a\":1} {}",
        "{\"a\":1}x",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":1}//",
        "{\"a\":\"line\nbreak\"}",
        "{\"a\":\"\\x\"}"
      })
  void refusesWhatIsNotExactlyOneObject(String body) {
    assertMalformed(body.getBytes(UTF_8));
  }

  @Test
  void refusesNoBodyAtAll() {
    assertMalformed(null);
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    assertMalformed("{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void refusesNestingBeyondAllReason() {
    assertMalformed(("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").getBytes(UTF_8));
  }

  @Test
  void refusesAFloodOfTinyTokens() {
    assertMalformed(("{\"a\":[" + "{},".repeat(100_000) + "{}]}").getBytes(UTF_8));
  }

  @Test
  void refusesANumberOfEndlessDigits() {
    assertMalformed(("{\"a\":" + "9".repeat(100_000) + "}").getBytes(UTF_8));
  }

  @Test
  void readsAStringOfTwentyMegabytes() {
    String text = "A".repeat(20 << 20);

    assertThat(fields("{\"a\":\"" + text + "\"}").requiredText("a")).isEqualTo(text);
  }

  @Test
  void ignoresFieldsThatNobodyAsksFor() {
    assertThat(fields("{\"other\":{\"deep\":[1,2]},\"a\":\"x\"}").requiredText("a")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":null}", "{\"A\":1}"})
  void countsNullAsMissing(String body) {
    assertThatExceptionOfType(MissingFieldException.class)
        .isThrownBy(() -> fields(body).require("a", "send it"))
        .satisfies(e -> assertThat(e.field()).isEqualTo("a"))
        .satisfies(e -> assertThat(e.hint()).isEqualTo("send it"));
  }

  @Test
  void countsTheEmptyStringAsThere() {
    assertThat(fields("{\"a\":\"\"}").require("a", "").requiredText("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "true", "[]", "{}", "[\"x\"]"})
  void takesNothingElseForAString(String value) {
    assertRefused(value, f -> f.requiredText("a"), "a must be a string.");
    assertRefused(value, f -> f.text("a"), "a must be a string.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "\"true\"", "\"false\"", "\"\"", "[]", "{}"})
  void takesNothingElseForABoolean(String value) {
    assertRefused(value, f -> f.requiredFlag("a"), "a must be a boolean (true or false).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"x\"", "true", "[]"})
  void takesNothingElseForAnObject(String value) {
    assertRefused(value, f -> f.requiredObject("a"), "a must be an object.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"x\"", "true", "{}"})
  void takesNothingElseForAList(String value) {
    assertRefused(value, f -> f.texts("a"), "a must be a list of strings.");
    assertRefused(value, f -> f.objects("a"), "a must be a list of objects.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[\"x\", 1]|a[1] must be a string.", "[null]|a[0] must be a string."})
  void namesTheElementOfAListThatIsWrong(String value, String problem) {
    assertRefused(value, f -> f.texts("a"), problem);
  }

  @Test
  void namesTheFieldOfAnInnerObject() {
    assertRefused(
        "[{},{\"b\":1}]", f -> f.objects("a").get(1).text("b"), "a[1].b must be a string.");
    assertRefused("{\"b\":1}", f -> f.requiredObject("a").text("b"), "a.b must be a string.");
    assertThatThrownBy(() -> fields("{\"a\":[{}]}").objects("a").getFirst().require("b", ""))
        .isInstanceOfSatisfying(
            MissingFieldException.class, e -> assertThat(e.field()).isEqualTo("a[0].b"));
  }

  @Test
  void refusesAnEmptyListWhereOneIsRequired() {
    assertRefused("[]", f -> f.requiredTexts("a"), "a must not be empty.");
    assertRefused("[]", f -> f.requiredObjects("a"), "a must not be empty.");
  }

  @Test
  void readsWhatIsOfTheTypeAskedFor() {
    JsonFields fields = fields("{\"t\":\"x\",\"f\":false,\"l\":[\"y\",\"z\"],\"o\":{\"i\":\"j\"}}");

    assertThat(fields.text("t")).contains("x");
    assertThat(fields.requiredFlag("f")).isFalse();
    assertThat(fields.texts("l")).containsExactly("y", "z");
    assertThat(fields.requiredObject("o").text("i")).contains("j");
    assertThat(fields.text("absent")).isEmpty();
    assertThat(fields.texts("absent")).isEmpty();
    assertThat(fields.objects("absent")).isEmpty();
  }

  private static JsonFields fields(String body) {
    return JsonFields.read(body.getBytes(UTF_8));
  }

  private static void assertMalformed(byte @Nullable [] body) {
    assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> JsonFields.read(body));
  }

  private static void assertRefused(String value, Consumer<JsonFields> read, String problem) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read.accept(fields("{\"a\":" + value + "}")))
        .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
