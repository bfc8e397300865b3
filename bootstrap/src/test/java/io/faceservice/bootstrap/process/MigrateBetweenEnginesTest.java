package io.faceservice.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.restore.Selection;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.Templates;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.bootstrap.guard.Opened;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.Source;
import io.faceservice.imagestore.mongodb.FerretServer;
import io.faceservice.inference.install.Catalogue;
import io.faceservice.vectorstore.milvus.LiteMilvus;
import io.faceservice.vectorstore.opensearch.RealOpenSearch;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everyone moves from the embedded stores to OpenSearch and MongoDB's protocol, and from there to
 * Milvus, by the command as an operator runs it.
 */
@Tag("backends")
final class MigrateBetweenEnginesTest {
  private static final int PEOPLE = 200;

  /** So many have arrived when the first attempt is killed. */
  private static final int KILLED_AT = 20;

  private static final Templates TEMPLATES =
      new Templates(Catalogue.pack(Catalogue.DEFAULT).templateId(), 512);

  @TempDir Path folder;

  @Test
  void everyoneArrivesThoughItIsKilledInTheMiddleAndAnyoneMissingIsTold() throws Exception {
    try (var ferret = FerretServer.start(folder.resolve("ferret"));
        var search = RealOpenSearch.start();
        var milvus = new LiteMilvus()) {
      milvus.start();
      String record =
          "images: {adapter: mongodb, mongodb: {uri: '%s', database: moved}}"
              .formatted(ferret.uri());
      Path embedded = settings("embedded", "images: {adapter: embedded}", "adapter: embedded");
      Path opensearch =
          settings(
              "opensearch",
              record,
              "adapter: opensearch, opensearch: {url: 'http://127.0.0.1:%d', layout: {replicas: 0}}"
                  .formatted(search.port()));
      Path onMilvus =
          settings(
              "milvus", record, "adapter: milvus, milvus: {uri: '%s'}".formatted(milvus.uri()));
      enrolEveryone(embedded);

      killInTheMiddle(embedded, opensearch);
      int arrived = (int) people(opensearch);
      assertThat(arrived).isBetween(KILLED_AT, PEOPLE - 1);
      assertThat(Migration.start(embedded, opensearch).ends(0))
          .contains("Both records have as many people and faces")
          .contains("%1$d of %1$d people searched for were found".formatted(PEOPLE))
          .doesNotContain("%d versions copied".formatted(PEOPLE));
      everyoneIsFound(opensearch);

      assertThat(Migration.start(opensearch, onMilvus, "--sample", "20").ends(0))
          .contains("20 of 20 people searched for were found");
      everyoneIsFound(onMilvus);

      remove(embedded, 7);
      assertThat(Migration.start(embedded, opensearch).ends(1)).contains("The records differ");
      assertThat(Migration.start(embedded, opensearch, "--mirror").ends(0))
          .contains("1 faces forgotten that are not here");
    }
  }

  private Path settings(String name, String record, String gallery) throws IOException {
    String text =
        "face:%n  data: '%s'%n  %s%n  gallery: {%s}%n"
            .formatted(folder.resolve("data-" + name), record, gallery);
    return Files.writeString(folder.resolve(name + ".yml"), text);
  }

  private static BiometricReference person(int number) {
    return Templates.reference("person " + number, TEMPLATES.random(number));
  }

  private static void enrolEveryone(Path settings) {
    try (ApplicationContext context = ServiceOptions.of(settings).start()) {
      ImageStore store = context.getBean(ImageStore.class);
      store.prepare();
      for (int number = 0; number < PEOPLE; number++) {
        var evidence = Evidence.of(Enrolments.image(number, 1000));
        store.complete(
            store.record(
                new Enrolment(person(number), evidence, Instant.parse("2026-01-02T03:04:05Z"))));
      }
    }
  }

  private static void remove(Path settings, int number) {
    try (ApplicationContext context = ServiceOptions.of(settings).start()) {
      ImageStore store = context.getBean(ImageStore.class);
      store.prepare();
      store.remove(person(number).key()).ifPresent(store::complete);
    }
  }

  private static void killInTheMiddle(Path from, Path to) throws Exception {
    try (ApplicationContext context = ServiceOptions.of(to).start()) {
      ImageStore store = context.getBean(ImageStore.class);
      store.prepare();
      Migration migration = Migration.start(from, to);
      migration.killOnce(() -> Selection.ALL.size(store) >= KILLED_AT);
    }
  }

  private static long people(Path settings) {
    try (ApplicationContext context = ServiceOptions.of(settings).start()) {
      ImageStore store = context.getBean(ImageStore.class);
      store.prepare();
      return Selection.ALL.size(store);
    }
  }

  private static void everyoneIsFound(Path settings) {
    try (ApplicationContext context = ServiceOptions.of(settings).start()) {
      Gallery gallery = context.getBean(Gallery.class);
      gallery.prepare();
      context.getBean(Opened.class).opened();
      assertThat(gallery.sizes()).isEqualTo(Map.of(Source.DEFAULT, (long) PEOPLE));
      for (int number = 0; number < PEOPLE; number += 10) {
        assertThat(gallery.search(Source.DEFAULT, TEMPLATES.random(number), 1).candidates())
            .extracting(candidate -> candidate.subject().value())
            .containsExactly("person " + number);
      }
    }
  }
}
