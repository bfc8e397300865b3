package io.faceservice.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.inference.SamplePhotos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was acknowledged before a kill is so after the restart, in both stores. */
final class CrashTest {
  private static final int KILLS = 20;
  private static final int CHANGES_BEFORE_A_KILL = 12;

  @TempDir Path data;

  @Test
  void keepsWhatItAcknowledgedThroughTwentyKills() throws Exception {
    List<Person> people = new ArrayList<>();
    for (String name : List.of("a-1", "b-1", "c-1", "d-1")) {
      people.add(new Person(name));
    }
    for (int kill = 0; kill < KILLS; kill++) {
      ServiceProcess service = ServiceProcess.start(data);
      for (Person person : people) {
        person.check(service);
      }
      assertThat(service.command("reconcile")).startsWith("No drift");
      changeUntilKilled(service, people, new Random(kill));
    }
    try (ServiceProcess service = ServiceProcess.start(data)) {
      for (Person person : people) {
        person.check(service);
      }
    }
    assertThat(ServiceProcess.said(data, 0, "reconcile")).contains("No drift");
    assertThat(ServiceProcess.said(data, 0, "restore")).contains("faces are searchable");
    assertThat(ServiceProcess.said(data, 0, "reconcile")).contains("No drift");
  }

  /** Everybody enrols and removes at once; the kill falls while some of them wait for an answer. */
  private static void changeUntilKilled(ServiceProcess service, List<Person> people, Random chance)
      throws InterruptedException {
    var changes = new CountDownLatch(CHANGES_BEFORE_A_KILL + chance.nextInt(8));
    List<Thread> threads = new ArrayList<>();
    for (Person person : people) {
      threads.add(Thread.ofPlatform().start(() -> person.changeForever(service, changes)));
    }
    assertThat(changes.await(2, TimeUnit.MINUTES)).as("changes go on").isTrue();
    service.kill();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** One enrolled or removed person, changed by one thread at a time. */
  private static final class Person {
    private final String id;
    private final String image;
    private boolean enrolled;
    private boolean unsure;

    Person(String name) {
      this.id = name;
      this.image = Base64.getEncoder().encodeToString(SamplePhotos.portrait("person-" + name));
    }

    void changeForever(ServiceProcess service, CountDownLatch changes) {
      try {
        while (true) {
          unsure = true;
          String answer = enrolled ? remove(service) : enrol(service);
          assertThat(answer).contains("SUCCESS");
          enrolled = !enrolled;
          unsure = false;
          changes.countDown();
        }
      } catch (IOException e) {
        // The service is gone: whether the last change came through is to be seen.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** What was acknowledged holds; what was not is wholly so or wholly not. */
    void check(ServiceProcess service) throws IOException, InterruptedException {
      boolean searchable = search(service).contains("\"people_id\":\"" + id + "\"");
      boolean recorded = !verify(service).contains("PEOPLE_NOT_FOUND_ERROR");
      assertThat(searchable).as("%s is in both stores or in none", id).isEqualTo(recorded);
      if (!unsure) {
        assertThat(searchable).as("%s is as it was acknowledged", id).isEqualTo(enrolled);
      }
      enrolled = searchable;
      unsure = false;
    }

    private String enrol(ServiceProcess service) throws IOException, InterruptedException {
      return service.post(
          "/register-face",
          "{\"people_id\":\"%s\",\"created_at\":\"\",\"image\":\"%s\",\"is_live_check\":false}"
              .formatted(id, image));
    }

    private String remove(ServiceProcess service) throws IOException, InterruptedException {
      return service.post("/remove", "{\"people_id\":\"%s\"}".formatted(id));
    }

    private String search(ServiceProcess service) throws IOException, InterruptedException {
      return service.post("/search", "{\"image\":\"%s\"}".formatted(image));
    }

    private String verify(ServiceProcess service) throws IOException, InterruptedException {
      return service.post(
          "/face-otp",
          "{\"people_1\":{\"id\":\"%s\"},\"people_2\":\"%s\",\"is_live_check\":false}"
              .formatted(id, image));
    }
  }
}
