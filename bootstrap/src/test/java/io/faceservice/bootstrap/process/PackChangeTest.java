package io.faceservice.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.inference.SamplePhotos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one model pack to another, as an operator goes. */
final class PackChangeTest {
  @TempDir private Path data;
  @TempDir private Path elsewhere;
  private String settings = "";

  @BeforeEach
  void write() throws IOException {
    settings = OtherPack.settings(elsewhere).toString();
  }

  private static String photo() {
    return Base64.getEncoder().encodeToString(SamplePhotos.portrait("person-a-1"));
  }

  private static void enrol(ServiceProcess service, String id) throws Exception {
    assertThat(
            service.post(
                "/register-face",
                "{\"people_id\":\"%s\",\"created_at\":\"\",\"image\":\"%s\",\"is_live_check\":false}"
                    .formatted(id, photo())))
        .contains("SUCCESS");
  }

  private static String search(ServiceProcess service) throws Exception {
    return service.post("/search", "{\"image\":\"%s\"}".formatted(photo()));
  }

  private static String verify(ServiceProcess service) throws Exception {
    return service.post(
        "/face-otp",
        "{\"people_1\":{\"id\":\"ada\"},\"people_2\":\"%s\",\"is_live_check\":false}"
            .formatted(photo()));
  }

  @Test
  void makesTheNextPacksTemplatesBesideTheRunningServiceAndThenServesThem() throws Exception {
    try (ServiceProcess old = ServiceProcess.start(data)) {
      enrol(old, "ada");
      assertThat(ServiceProcess.said(data, 2, "reconcile", "--config", settings))
          .contains("The running service has the model pack faceplugin-0.0.1");
      assertThat(ServiceProcess.said(data, 0, "restore", "--re-embed", "--config", settings))
          .contains("1 templates made", "goes on with the model pack faceplugin-0.0.1");
      assertThat(search(old)).contains("\"people_id\":\"ada\"");
      enrol(old, "late");
      assertThat(old.command("reconcile")).startsWith("No drift");
    }
    assertThat(ServiceProcess.said(data, 1, "serve", "--port", "-1", "--config", settings))
        .contains("face-service restore --re-embed");
    assertThat(ServiceProcess.said(data, 0, "restore", "--re-embed", "--config", settings))
        .contains("1 templates made", "2 faces are searchable");
    try (ServiceProcess next = ServiceProcess.start(data, "--config", settings)) {
      assertThat(search(next)).contains("\"people_id\":\"ada\"", "\"people_id\":\"late\"");
      assertThat(verify(next)).contains("\"MATCH\"");
    }
  }

  @Test
  void refusesToEmptyAGalleryThatNothingOfThisPackCouldFill() throws Exception {
    try (ServiceProcess old = ServiceProcess.start(data)) {
      enrol(old, "ada");
    }
    assertThat(ServiceProcess.said(data, 1, "restore", "--config", settings))
        .contains("add --re-embed", "The gallery was left as it is");
    try (ServiceProcess old = ServiceProcess.start(data)) {
      assertThat(search(old)).contains("\"people_id\":\"ada\"");
    }
  }
}
