package io.faceservice.bootstrap.cli.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.application.remove.RemoveSubject;
import io.faceservice.bootstrap.cli.bulk.BulkCommands.Said;
import io.faceservice.inference.SamplePhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports with the real models; each test has a source of its own. */
final class ImportCommandTest {
  @TempDir static Path data;
  private static BulkCommands commands;

  @TempDir Path folder;
  private Path rejects;

  @BeforeAll
  static void open() {
    commands = BulkCommands.open(data);
  }

  @AfterAll
  static void close() {
    commands.close();
  }

  @BeforeEach
  void photos() throws IOException {
    rejects = folder.resolve("rejects.jsonl");
    for (String name : List.of("a-1", "a-2", "b-1", "c-1", "d-1")) {
      photo("photos/" + name + ".jpg", name);
    }
  }

  @Test
  void enrolsAFolderOfPeopleAndLeavesThemAloneTheNextTime() throws IOException {
    photo("people/ada/1.jpg", "a-1");
    photo("people/ada/2.jpg", "a-2");
    photo("people/bob.jpg", "b-1");
    write("people/.DS_Store", new byte[9]);

    Said first = importing("people", "folder");
    assertThat(first.code()).isZero();
    assertThat(first.count("enrolled")).isEqualTo(3);
    assertThat(first.count("ignored")).isEqualTo(1);
    assertThat(first.err()).contains("3 of 3 (100 %)");
    assertThat(rejected()).isEmpty();
    assertThat(commands.store.current(BulkCommands.subject("folder", "ada"))).hasSize(2);

    Said second = importing("people", "folder");
    assertThat(second.code()).isZero();
    assertThat(second.count("enrolled")).isZero();
    assertThat(second.count("already there")).isEqualTo(3);
    assertThat(commands.versions("folder", "ada")).isEqualTo(1);
  }

  @Test
  void enrolsANewVersionOfWhoHasAnotherImage() throws IOException {
    photo("people/ada.jpg", "a-1");
    photo("people/bob.jpg", "b-1");
    importing("people", "changed");

    photo("people/ada.jpg", "a-2");
    Said again = importing("people", "changed");

    assertThat(again.count("enrolled")).isEqualTo(1);
    assertThat(again.count("already there")).isEqualTo(1);
    assertThat(commands.versions("changed", "ada")).isEqualTo(2);
    assertThat(commands.versions("changed", "bob")).isEqualTo(1);
  }

  @Test
  void listsWhoWasRejectedAndWhyAndEnrolsTheOthers() throws IOException {
    write("photos/note.jpg", "no picture".getBytes(UTF_8));
    write("photos/empty.jpg", new byte[0]);
    write("photos/wall.png", Base64.getDecoder().decode(NO_FACE));
    write("photos/huge.jpg", new byte[20_000_000]);
    csv(
        """
        people_id,image,face_id
        ada,photos/a-1.jpg
        wall,photos/wall.png
        note,photos/note.jpg
        empty,photos/empty.jpg
        huge,photos/huge.jpg
        gone,photos/gone.jpg
        ,photos/b-1.jpg
        dave,photos/d-1.jpg,a/b
        ada,photos/a-2.jpg
        "open,photos/b-1.jpg
        bob,photos/b-1.jpg
        """);

    Said said = importing("people.csv", "rejects");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.count("enrolled")).isEqualTo(2);
    assertThat(said.count("rejected")).isEqualTo(9);
    assertThat(said.count("  unreadable_image")).isEqualTo(2);
    assertThat(said.err()).contains("The rejected are listed in " + rejects);
    assertThat(rejected().stream().map(one -> one.path("line") + " " + one.path("reason").asText()))
        .containsExactly(
            "3 no_face",
            "4 unreadable_image",
            "5 unreadable_image",
            "6 too_large",
            "7 missing_image_file",
            "8 bad_id",
            "9 bad_value",
            "10 duplicate_id_in_input",
            "11 bad_line");
    assertThat(rejected().getFirst().toString())
        .isEqualTo(
            "{\"line\":3,\"people_id\":\"wall\",\"source\":\"rejects\",\"reason\":\"no_face\","
                + "\"message\":\"No face was found in the image.\"}");

    csv("people_id,image\nada,photos/a-1.jpg\n");
    assertThat(importing("people.csv", "rejects").code()).isZero();
    assertThat(rejected()).isEmpty();
  }

  @Test
  void resumesWhereItWasInterrupted() throws Exception {
    int people = 40;
    StringBuilder rows = new StringBuilder("people_id,image\n");
    IntStream.range(0, people).forEach(i -> rows.append(i).append(",photos/b-1.jpg\n"));
    csv(rows.toString());

    long before = enrolledWhenInterrupted();
    assertThat(before).isBetween(3L, people - 1L);

    Said resumed = importing("people.csv", "resumed");
    assertThat(resumed.code()).isZero();
    assertThat(resumed.count("already there")).isEqualTo(before);
    assertThat(resumed.count("enrolled")).isEqualTo(people - before);
    assertThat(IntStream.range(0, people))
        .allMatch(i -> commands.versions("resumed", String.valueOf(i)) == 1);
  }

  /** Interrupts an import once three are enrolled; returns how many it says it enrolled. */
  private long enrolledWhenInterrupted() throws Exception {
    try (var one = Executors.newSingleThreadExecutor()) {
      var thread = new CompletableFuture<Thread>();
      var running =
          one.submit(
              () -> {
                thread.complete(Thread.currentThread());
                return importing("people.csv", "resumed");
              });
      Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
      while (commands.versions("resumed", "2") == 0) {
        assertThat(Instant.now()).as("three are enrolled in time").isBefore(deadline);
        Thread.onSpinWait();
      }
      thread.join().interrupt();
      Said said = running.get();
      assertThat(said.code()).isEqualTo(1);
      assertThat(said.err()).contains("Stopped before the end: It was interrupted.");
      return said.count("enrolled");
    }
  }

  @Test
  void takesIdsExactly() throws IOException {
    csv("people_id,image\n\"a/b \"\"c\"\"\",photos/a-1.jpg\nA/B,photos/b-1.jpg\n");
    String image = Base64.getEncoder().encodeToString(SamplePhotos.portrait("person-c-1"));
    write(
        "people.jsonl",
        "{\"people_id\":\"山 田/1\",\"image\":\"%s\"}".formatted(image).getBytes(UTF_8));

    assertThat(importing("people.csv", "exact").code()).isZero();
    assertThat(importing("people.jsonl", "exact").code()).isZero();

    assertThat(commands.exporting("--source", "exact").json())
        .extracting(one -> one.path("people_id").asText())
        .containsExactlyInAnyOrder("a/b \"c\"", "A/B", "山 田/1");
  }

  @Test
  void keepsNothingOfADryRun() throws IOException {
    csv("people_id,image\nada,photos/a-1.jpg\ngone,photos/gone.jpg\n");

    Said said =
        commands.importing(
            folder.resolve("people.csv").toString(),
            "--dry-run",
            "--source=dry",
            "--rejects=" + rejects);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.count("enrolled")).isEqualTo(1);
    assertThat(said.err()).contains("This was a dry run: nothing was kept.");
    assertThat(rejected()).hasSize(1);
    assertThat(commands.versions("dry", "ada")).isZero();
  }

  @Test
  void takesInWhatAnExportWrote() throws IOException {
    csv(
        """
        people_id,image,created_at,face_id
        ada l,photos/a-1.jpg,"02/01/2021, ünï",
        ada l,photos/a-2.jpg,,smiling
        bob,photos/b-1.jpg,"",
        """);
    importing("people.csv", "round");
    List<JsonNode> before = export();
    write(
        "export.jsonl",
        String.join("\n", before.stream().map(JsonNode::toString).toList()).getBytes(UTF_8));

    commands.context.getBean(RemoveSubject.class).remove(BulkCommands.subject("round", "ada l"));
    commands.context.getBean(RemoveSubject.class).remove(BulkCommands.subject("round", "bob"));
    assertThat(export()).isEmpty();
    assertThat(importing("export.jsonl", "elsewhere").code()).isZero();

    assertThat(export())
        .extracting(ImportCommandTest::lasting)
        .containsExactlyInAnyOrderElementsOf(
            before.stream().map(ImportCommandTest::lasting).toList())
        .anyMatch(face -> face.contains("\"created_at\":\"02/01/2021, ünï\""));
    assertThat(importing("export.jsonl", "elsewhere").count("already there")).isEqualTo(3);
  }

  private List<JsonNode> export() {
    Said said = commands.exporting("--source=round", "--images", "--embeddings");
    assertThat(said.code()).isZero();
    return said.json();
  }

  /** All of an exported face but the time of its enrolment. */
  private static String lasting(JsonNode face) {
    return face.toString().replaceFirst("\"enrolled_at\":\"[^\"]*\"", "");
  }

  private Said importing(String input, String source) {
    return commands.importing(
        folder.resolve(input).toString(), "--source=" + source, "--rejects=" + rejects);
  }

  private List<JsonNode> rejected() throws IOException {
    return Files.readAllLines(rejects).stream().map(Said::json).toList();
  }

  private void csv(String text) throws IOException {
    Files.writeString(folder.resolve("people.csv"), text);
  }

  private void photo(String path, String person) throws IOException {
    write(path, SamplePhotos.portrait("person-" + person));
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** A white PNG. */
  private static final String NO_FACE =
      "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAAAAACPAi4CAAAAKUlEQVR42u3MQREAAAwCIPuX1hD77SAA6VEEAoFAIBAIBAKBQCAQfA8Gpwvw4qrwDDIAAAAASUVORK5CYII=";
}
