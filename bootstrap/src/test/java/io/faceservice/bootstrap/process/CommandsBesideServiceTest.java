package io.faceservice.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.inference.SamplePhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on the stores of a service that runs: it runs them itself. */
final class CommandsBesideServiceTest {
  private static final String PHOTO =
      Base64.getEncoder().encodeToString(SamplePhotos.portrait("person-a-1"));

  @TempDir private Path data;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private ServiceProcess service;

  @BeforeEach
  void start() throws Exception {
    service = ServiceProcess.start(data);
    for (int person = 0; person < 3; person++) {
      service.post(
          "/register-face",
          ("{\"people_id\":\"p%d\",\"created_at\":\"\",\"source\":\"bank\",\"image\":\"%s\","
                  + "\"is_live_check\":false}")
              .formatted(person, PHOTO));
    }
  }

  @AfterEach
  void stop() {
    service.close();
    threads.shutdown();
  }

  private String search() throws Exception {
    return service.post("/search", "{\"source\":\"bank\",\"image\":\"%s\"}".formatted(PHOTO));
  }

  @Test
  void nobodyIsMissedWhileTheGalleryIsRestored() throws Exception {
    var going = new AtomicBoolean(true);
    Callable<Integer> searching =
        () -> {
          int searches = 0;
          while (going.get() || searches == 0) {
            assertThat(search()).contains("\"p0\"", "\"p1\"", "\"p2\"");
            searches++;
          }
          return searches;
        };
    Future<Integer> searches = threads.submit(searching);
    for (int i = 0; i < 20; i++) {
      assertThat(service.command("restore")).contains("3 faces are searchable");
    }
    going.set(false);
    assertThat(searches.get()).isPositive();
  }

  @Test
  void aCommandSpeaksThroughItsOwnProcessAndEndsWithItsCode() throws Exception {
    assertThat(ServiceProcess.said(data, 0, "reconcile")).contains("No drift", "3 faces");
    assertThat(ServiceProcess.said(data, 0, "restore", "--source", "bank", "--number", "2"))
        .contains("2 faces are searchable");
    assertThat(ServiceProcess.said(data, 2, "restore", "--start-from", "-1"))
        .contains("--start-from must be 0 or more");
  }

  @Test
  void whoIsImportedBesideTheServiceIsFoundByItAndExported() throws Exception {
    Path people = data.resolve("people");
    Path person = Files.createDirectories(people.resolve("p 4"));
    Files.write(person.resolve("photo.jpg"), SamplePhotos.portrait("person-a-1"));
    Files.write(person.resolve("wall.jpg"), new byte[9]);

    assertThat(ServiceProcess.said(data, 1, "import", people.toString(), "--source", "bank"))
        .containsPattern("enrolled +1\\R")
        .containsPattern("unreadable_image +1\\R");

    assertThat(search()).contains("\"p 4\"");
    assertThat(data.resolve("people.rejects.jsonl")).content().contains("p 4/wall.jpg");
    assertThat(service.command("export", "--source", "bank")).contains("\"people_id\":\"p 4\"");
  }

  @Test
  void nobodyElseMayCommandTheService() throws Exception {
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aSocketThatAKillLeftBehindIsNoService() throws Exception {
    service.kill();
    assertThat(data.resolve("control/service.sock")).exists();
    assertThat(ServiceProcess.said(data, 0, "restore")).contains("3 faces are searchable");
    service = ServiceProcess.start(data);
    assertThat(service.command("reconcile")).startsWith("No drift");
  }
}
