package io.faceservice.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.inference.SamplePhotos;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both commands as an operator calls them. */
final class BulkCommandLineTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void importsAndExportsOnAStoppedService() throws IOException {
    Path people = Files.createDirectory(folder.resolve("people"));
    Files.write(people.resolve("ada.jpg"), SamplePhotos.portrait("person-a-1"));

    assertThat(run("import", people.toString(), "--rejects", reject())).isZero();
    assertThat(out.toString()).matches("(?s)enrolled +1\\R.*");

    out.getBuffer().setLength(0);
    assertThat(run("export")).isZero();
    assertThat(out.toString())
        .startsWith("{\"source\":\"default\",\"people_id\":\"ada\"")
        .hasLineCount(1);

    out.getBuffer().setLength(0);
    assertThat(run("import", people.toString(), "--rejects", reject())).isZero();
    assertThat(out.toString()).contains("already there").matches("(?s)enrolled +0\\R.*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere.csv | There is no folder or file",
        "photo.csv | is no CSV: its first line is no text",
        "photo.jpg | is no CSV: its first line is no text",
        "photo.jsonl | is no JSONL: it does not begin with a JSON object",
        "names.csv | has no column people_id in its first line; it has: name, photo",
        "empty.csv | is empty",
      })
  void saysWhatToMendWhereTheInputIsNone(String name, String problem) throws IOException {
    for (String photo : new String[] {"photo.csv", "photo.jpg", "photo.jsonl"}) {
      Files.write(folder.resolve(photo), SamplePhotos.portrait("person-a-1"));
    }
    Files.writeString(folder.resolve("names.csv"), "name,photo\n");
    Files.writeString(folder.resolve("empty.csv"), "");

    assertThat(run("import", folder.resolve(name).toString(), "--rejects", reject())).isEqualTo(2);

    assertThat(err.toString()).contains(problem).contains(name);
    assertThat(out.toString()).isEmpty();
    assertThat(folder.resolve("rejects.jsonl")).doesNotExist();
  }

  @Test
  void doesNotOverwriteItsInput() throws IOException {
    Path input = Files.writeString(folder.resolve("people.csv"), "people_id,image\n");

    assertThat(run("import", input.toString(), "--rejects", input.toString())).isEqualTo(2);

    assertThat(input).hasContent("people_id,image\n");
  }

  @Test
  void refusesASourceThatIsNone() throws IOException {
    assertThat(run("import", folder.toString(), "--source", " ")).isEqualTo(2);

    assertThat(err.toString()).contains("source must not be blank");
  }

  private String reject() {
    return folder.resolve("rejects.jsonl").toString();
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.resolve("data").toString();
    return FaceServiceCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
