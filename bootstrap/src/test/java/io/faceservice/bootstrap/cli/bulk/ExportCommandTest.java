package io.faceservice.bootstrap.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.bootstrap.cli.bulk.BulkCommands.Said;
import io.faceservice.bootstrap.cli.stores.Speech;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {
  @TempDir Path data;
  private BulkCommands commands;

  @BeforeEach
  void open() {
    commands = BulkCommands.open(data);
    enrol("default", "ada ä", 1);
    enrol("shop", "bob", 2);
    enrol("default", "ada ä", 3);
  }

  @AfterEach
  void close() {
    commands.close();
  }

  @Test
  void writesALineAFaceAndNothingElse() {
    Said said = commands.exporting();

    assertThat(said.code()).isZero();
    assertThat(said.out().lines().findFirst().orElseThrow())
        .matches(
            "\\{\"source\":\"default\",\"people_id\":\"ada \\\\u00E4\",\"face_id\":\"primary\","
                + "\"version\":2,\"created_at\":\"day 3\",\"enrolled_at\":\"2026-01-02T03:04:05.678Z\","
                + "\"model\":\"[^\"]+\"}");
    assertThat(said.json()).hasSize(2);
    assertThat(said.err()).contains("2 of 2 (100 %)");
  }

  @Test
  void writesTheFacesOfOneSource() {
    assertThat(commands.exporting("--source", "shop").json())
        .extracting(face -> face.path("people_id").asText())
        .containsExactly("bob");
  }

  @Test
  void writesImagesNumbersAndVersionsOnRequest() {
    List<JsonNode> faces = commands.exporting("--images", "--embeddings", "--versions").json();

    assertThat(faces).extracting(face -> face.path("version").asInt()).containsExactly(2, 1, 1);
    assertThat(faces)
        .extracting(face -> face.path("current").asBoolean())
        .containsExactly(true, false, true);
    assertThat(Base64.getDecoder().decode(faces.get(1).path("image").asText()))
        .isEqualTo(Enrolments.image(1, 1_000).toArray());
    assertThat(faces).allMatch(face -> face.path("embedding").size() == 512);
    assertThat((float) faces.getFirst().path("embedding").get(7).asDouble())
        .isEqualTo(Enrolments.template(3, 512).embedding().toArray()[7]);
  }

  @Test
  void stopsWhenNobodyReadsOn() {
    var closed = new PrintWriter(Writer.nullWriter());
    closed.close();

    var speech = new Speech(closed, new PrintWriter(Writer.nullWriter()), false);
    assertThat(new ExportCommand().run(commands.context, speech)).isEqualTo(1);
  }

  @Test
  void stopsWhenItIsInterrupted() {
    Thread.currentThread().interrupt();
    Said said = commands.exporting();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
  }

  private void enrol(String source, String subject, int seed) {
    Enrolment made = Enrolments.enrolment(Enrolments.face(source, subject), seed);
    var reference = made.reference();
    var model = commands.context.getBean(FaceEncoder.class).model();
    commands
        .context
        .getBean(RecordKeeper.class)
        .enrol(
            new Enrolment(
                new BiometricReference(
                    reference.key(),
                    new FaceTemplate(model, reference.template().embedding()),
                    reference.createdAt()),
                made.evidence(),
                made.enrolledAt()));
  }
}
