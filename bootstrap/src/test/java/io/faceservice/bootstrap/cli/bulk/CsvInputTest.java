package io.faceservice.bootstrap.cli.bulk;

import static io.faceservice.bootstrap.cli.bulk.InputFixture.DEFAULTS;
import static io.faceservice.bootstrap.cli.bulk.InputFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.bootstrap.cli.bulk.CsvInput.Columns;
import io.faceservice.domain.biometric.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvInputTest {
  private static final String QUOTES = "bad_line The line's quotes are not in order.";

  @TempDir Path folder;

  @Test
  void readsARowAFace() throws IOException {
    var input =
        csv(
            """
            people_id,image,source,created_at,face_id,remark
            ada,a.jpg,shop,02/01/2021,left,x
            bob,b.jpg
            carol c/d,"c, d.jpg",,,,
            """);

    assertThat(read(input))
        .containsExactly(
            "2: shop/ada/left 02/01/2021",
            "3: default/bob/primary once",
            "4: default/carol c/d/primary once");
    assertThat(input.count()).isEqualTo(3);
  }

  @Test
  void readsQuotesEveryScriptAByteOrderMarkAndTheLineBreaksOfWindows() throws IOException {
    var input =
        csv(
            "\uFEFFpeople_id,image,created_at\r\n"
                + "\"Müller, \"\"Jo\"\"\",ä.jpg,\"on two\r\nlines\"\r\n"
                + "\r\n"
                + "山田 太郎,y.jpg,\r\n"
                + " spaced ,z.jpg,x");

    assertThat(read(input))
        .containsExactly(
            "2: default/Müller, \"Jo\"/primary on two\nlines",
            "5: default/山田 太郎/primary once",
            "6: default/ spaced /primary x");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void tellsWhatPartsTheColumns(String separator) throws IOException {
    var input = csv("people_id,image\nada,a.jpg\n".replace(",", separator));

    assertThat(read(input)).containsExactly("2: default/ada/primary once");
  }

  @Test
  void readsColumnsOfOtherNames() throws IOException {
    var input = new CsvInput(file("ref,photo\nada,a.jpg\n"), new Columns("ref", "photo"), DEFAULTS);

    assertThat(read(input)).containsExactly("2: default/ada/primary once");
  }

  @Test
  void findsImagesWhereTheFileLiesOrByTheirWholePath() throws IOException {
    Files.createDirectory(folder.resolve("photos"));
    Files.write(folder.resolve("photos/a.jpg"), new byte[7]);
    Path elsewhere = Files.write(folder.resolve("photos/b.jpg"), new byte[9]);
    var input = csv("people_id,image\nada,photos/a.jpg\nbob," + elsewhere.toAbsolutePath() + "\n");

    assertThat(InputFixture.sizes(input)).containsExactly(7, 9);
  }

  @Test
  void losesOneLineAloneToQuotesThatAreNotInOrder() throws IOException {
    var input =
        csv(
            """
            people_id,image
            "ada,a.jpg
            bob,"b.jpg"
            "carol"x,c.jpg
            dave,"d.jpg
            eve,e.jpg
            """);

    assertThat(read(input))
        .containsExactly(
            "2: " + QUOTES,
            "3: default/bob/primary once",
            "4: " + QUOTES,
            "5: " + QUOTES,
            "6: default/eve/primary once");
  }

  @Test
  void rejectsLinesThatNameNobodyOrNoImageOrTooMuch() throws IOException {
    var input =
        csv(
            """
            people_id,image,source,face_id
            ,a.jpg
            ada
            bob,b.jpg,shop,a/b
            carol,c.jpg,shop,left,more
            dave,d.jpg,\s
            """);

    assertThat(read(input))
        .containsExactly(
            "2: bad_id people_id must not be blank.",
            "3: missing_image_file The line names no image file.",
            "4: bad_value face_id must have 1 to 64 of the characters A-Z, a-z, 0-9, '.', '_'"
                + " and '-'.",
            "5: bad_line The line has 5 columns, the header 4.",
            "6: bad_value source must not be blank.");
  }

  @Test
  void losesOneLineAloneToBytesThatAreNoText() throws IOException {
    byte[] bytes = "people_id,image\nM?ller,a.jpg\nbob,b.jpg\n".getBytes(StandardCharsets.UTF_8);
    bytes[17] = (byte) 0xFC;
    Path file = Files.write(folder.resolve("latin.csv"), bytes);

    assertThat(read(new CsvInput(file, new Columns("people_id", "image"), DEFAULTS)))
        .containsExactly("2: bad_line The line is no UTF-8 text.", "3: default/bob/primary once");
  }

  @Test
  void losesOneLineAloneToItsLength() throws IOException {
    var input = csv("people_id,image\n" + "a".repeat(2_000_000) + ",a.jpg\nbob,b.jpg\n");

    assertThat(read(input))
        .containsExactly(
            "2: too_large The line has more than 1048576 bytes.", "3: default/bob/primary once");
  }

  @Test
  void refusesAFileWithoutTheColumnsAndSaysWhichItHas() {
    assertThatThrownBy(() -> csv("name;picture\nada;a.jpg\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no column people_id in its first line; it has: name;picture.")
        .hasMessageContaining("--id-column");
    assertThatThrownBy(() -> csv("people_id,picture\nada,a.jpg\n"))
        .hasMessageContaining("has no column image in its first line; it has: people_id, picture.");
    assertThatThrownBy(() -> csv("")).hasMessageContaining("is empty");
  }

  private CsvInput csv(String text) throws IOException {
    return new CsvInput(file(text), new Columns("people_id", "image"), DEFAULTS);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("people.csv"), text);
  }
}
