package io.faceservice.vectorstore.milvus;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.search.CandidateList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One gallery fills the collection anew while another serves. */
@Tag("namespaces")
final class MilvusRebuildTest {
  private static final MilvusProcess SERVER = new StandaloneMilvus(false);
  private static final ModelId MODEL = new ModelId("made-up-1");
  private static final int DIMENSION = 64;

  private final Templates templates = new Templates(MODEL, DIMENSION);
  private final MilvusUnderTest milvus = MilvusUnderTest.on(SERVER);
  private final MilvusGallery serving = milvus.gallery(MODEL, DIMENSION);
  private final MilvusGallery restoring = milvus.gallery(MODEL, DIMENSION);
  private final List<BiometricReference> record =
      IntStream.range(0, 20).mapToObj(i -> reference("s" + i, templates.random(i))).toList();

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @AfterEach
  void drop() {
    serving.close();
    restoring.close();
    milvus.drop();
  }

  private String nearest(long seed) {
    CandidateList found = serving.search(Source.DEFAULT, templates.random(seed), 1);
    return found.candidates().getFirst().subject().value();
  }

  private void serve() {
    serving.prepare();
    serving.enrolAll(record);
    serving.rebuilt();
  }

  @Test
  void everyFaceIsFoundAtEveryMomentOfARestore() {
    serve();
    var ended = new AtomicBoolean();
    CompletableFuture<Integer> searches =
        CompletableFuture.supplyAsync(
            () -> {
              int done = 0;
              while (!ended.get()) {
                assertThat(nearest(done % record.size())).isEqualTo("s" + done % record.size());
                done++;
              }
              return done;
            });
    restoring.reset();
    restoring.enrolAll(record);
    restoring.rebuilt();
    nearest(0);
    ended.set(true);
    assertThat(searches.join()).isPositive();
    assertThat(serving.needsRebuild()).isFalse();
  }

  @Test
  void changesMadeMeanwhileSurviveTheRestore() {
    serve();
    restoring.reset();
    restoring.enrolAll(record);
    serving.enrol(reference("late", templates.random(100)));
    serving.enrol(reference("s1", templates.random(101)));
    assertThat(serving.remove(record.getFirst().key())).isTrue();

    restoring.rebuilt();

    assertThat(nearest(100)).isEqualTo("late");
    assertThat(serving.find(record.get(1).key()))
        .contains(GalleryEntry.of(reference("s1", templates.random(101))));
    assertThat(serving.find(record.getFirst().key())).isEmpty();
    assertThat(serving.sizes()).containsEntry(Source.DEFAULT, 20L);
    assertThat(restoring.sizes()).isEqualTo(serving.sizes());
  }

  @Test
  void anUnfinishedRestoreLeavesWhatServedAndAsksForAnother() {
    serve();
    restoring.reset();
    restoring.enrol(record.getFirst());
    restoring.close();

    assertThat(nearest(7)).isEqualTo("s7");
    assertThat(serving.needsRebuild()).isTrue();

    var another = milvus.gallery(MODEL, DIMENSION);
    another.reset();
    assertThat(another.sizes()).isEmpty();
    another.enrolAll(record);
    another.rebuilt();
    another.close();
    assertThat(serving.needsRebuild()).isFalse();
    assertThat(nearest(7)).isEqualTo("s7");
  }

  @Test
  void servicesThatStartTogetherShareOneCollection() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(serving::prepare),
            CompletableFuture.runAsync(restoring::prepare))
        .join();
    restoring.enrolAll(record);
    assertThat(nearest(3)).isEqualTo("s3");
  }
}
