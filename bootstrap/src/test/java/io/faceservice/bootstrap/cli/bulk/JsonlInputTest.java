package io.faceservice.bootstrap.cli.bulk;

import static io.faceservice.bootstrap.cli.bulk.InputFixture.DEFAULTS;
import static io.faceservice.bootstrap.cli.bulk.InputFixture.read;
import static io.faceservice.bootstrap.cli.bulk.InputFixture.sizes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.bulk.ImportItem;
import io.faceservice.domain.biometric.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonlInputTest {
  @TempDir Path folder;

  @Test
  void readsALineAFace() throws IOException {
    var input =
        jsonl(
            """
            {"people_id":"ada","image":"AAAA","source":"shop","created_at":"","face_id":"left"}

            {"people_id":"bob / 2","image_file":"b.jpg","model":"m","embedding":[0.5,-1e-3]}
            {"people_id":"\\u5c71\\u7530","image":"AAAA","source":null}
            """);

    assertThat(read(input))
        .containsExactly(
            "1: shop/ada/left ", "3: default/bob / 2/primary once", "4: default/山田/primary once");
  }

  @Test
  void readsImagesInBase64AndFromFiles() throws IOException {
    Files.write(folder.resolve("b.jpg"), new byte[9]);
    var input =
        jsonl(
            """
            {"people_id":"ada","image":"AAAA"}
            {"people_id":"bob","image":"data:image/png;base64,AAAAAA=="}
            {"people_id":"carol","image_file":"b.jpg"}
            """);

    assertThat(sizes(input)).containsExactly(3, 4, 9);
  }

  @Test
  void rejectsLinesThatAreNoFaceAndGoesOn() throws IOException {
    var input =
        jsonl(
            """
            {"people_id":"ada","image":"AAAA"
            [1]
            {"people_id":"ada","image":"AAAA"} trailing
            {"people_id":7,"image":"AAAA"}
            {"image":"AAAA"}
            {"people_id":"ada"}
            {"people_id":"ada","image":"AAAA","image_file":"b.jpg"}
            {"people_id":"bob","image":"AAAA"}
            """);

    assertThat(read(input))
        .containsExactly(
            "1: bad_line The line is no JSON object.",
            "2: bad_line The line is no JSON object.",
            "3: bad_line The line is no JSON object.",
            "4: bad_line people_id must be text.",
            "5: bad_id people_id must not be blank.",
            "6: missing_image_file The line has neither image nor image_file.",
            "7: bad_line The line has both image and image_file.",
            "8: default/bob/primary once");
  }

  @Test
  void refusesImagesThatAreTooLargeOrNoBase64() throws IOException {
    assertThatThrownBy(() -> image("A".repeat(4_000)))
        .hasMessageContaining("larger than 1000 bytes");
    assertThatThrownBy(() -> image("no image!")).hasMessage("The image is no base64.");
  }

  @Test
  void passesOverVersionsThatAreNotCurrent() throws IOException {
    var input =
        jsonl(
            """
            {"people_id":"ada","image":"AAAA","current":true}
            {"people_id":"ada","image":"AAAB","current":false}
            """);

    assertThat(read(input)).containsExactly("1: default/ada/primary once", "ignored 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "people_id,image\n", "[{}]", "\u0000\u0001"})
  void refusesWhatDoesNotBeginWithAnObject(String text) {
    assertThatThrownBy(() -> jsonl(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("is no JSONL: it does not begin with a JSON object.");
  }

  private void image(String text) throws IOException {
    try (var items = jsonl("{\"people_id\":\"ada\",\"image\":\"" + text + "\"}").items(1_000)) {
      ((ImportItem.Face) items.next()).image().read();
    }
  }

  private JsonlInput jsonl(String text) throws IOException {
    return new JsonlInput(Files.writeString(folder.resolve("people.jsonl"), text), DEFAULTS);
  }
}
