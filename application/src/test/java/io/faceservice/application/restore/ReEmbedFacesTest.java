package io.faceservice.application.restore;

import static io.faceservice.application.testkit.ScriptedFaces.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.acquire.Workers;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.InMemoryEnrolments;
import io.faceservice.application.testkit.InMemoryImageStore;
import io.faceservice.application.testkit.ScriptedFaces;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReEmbedFacesTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final ScriptedFaces faces = new ScriptedFaces();
  private final InMemoryEnrolments record = new InMemoryEnrolments();
  private final ImageStore old = new InMemoryImageStore(record, Enrolments.MODEL);
  private final ImageStore store = new InMemoryImageStore(record, ScriptedFaces.MODEL);
  private final List<Intent> followed = new ArrayList<>();
  private final Map<ReferenceKey, NotRestored> failed = new HashMap<>();

  @BeforeEach
  void open() {
    old.prepare();
    store.prepare();
  }

  @AfterEach
  void stop() {
    threads.shutdown();
  }

  private void enrolledByTheOldPack(String id, FaceImage image) {
    ReferenceKey key = Enrolments.face(id);
    old.complete(
        old.record(Enrolments.enrolment(Enrolments.reference(key, 1), Evidence.of(image))));
  }

  private ReEmbedFaces.Outcome reEmbed() {
    var useCase =
        new ReEmbedFaces(store, faces.acquisition(), new Workers(threads), ScriptedFaces.MODEL);
    RestoreObserver observer =
        new RestoreObserver() {
          @Override
          public void done(long done) {}

          @Override
          public void failed(ReferenceKey face, NotRestored reason) {
            failed.put(face, reason);
          }
        };
    return useCase.reEmbed(
        Selection.ALL,
        intent -> {
          followed.add(intent);
          store.complete(intent);
        },
        observer);
  }

  private static FaceTemplate templateOf(ImageStore store, String id) {
    return store.current(Enrolments.face(id)).map(EnrolledFace::reference).orElseThrow().template();
  }

  @Test
  void makesTemplatesFromTheKeptImagesAndLeavesThoseOfTheOldPack() {
    enrolledByTheOldPack("ada", picture(30));
    FaceTemplate before = templateOf(old, "ada");

    assertThat(reEmbed()).isEqualTo(new ReEmbedFaces.Outcome(1, Map.of(), true));
    assertThat(templateOf(store, "ada").model()).isEqualTo(ScriptedFaces.MODEL);
    assertThat(templateOf(store, "ada").embedding().toArray()[0])
        .isCloseTo((float) Math.cos(Math.toRadians(30)), within(0.01f));
    assertThat(templateOf(old, "ada")).isEqualTo(before);
    assertThat(followed).hasSize(1);
    assertThat(store.unfinished()).isEmpty();
  }

  @Test
  void saysWhyAFaceHasNoTemplate() {
    enrolledByTheOldPack("ada", picture(30));
    enrolledByTheOldPack("nobody", picture());
    enrolledByTheOldPack("noise", ScriptedFaces.noPicture());

    assertThat(reEmbed())
        .isEqualTo(
            new ReEmbedFaces.Outcome(
                1, Map.of(NotRestored.NO_FACE, 1L, NotRestored.UNREADABLE_IMAGE, 1L), true));
    assertThat(failed)
        .containsOnly(
            Map.entry(Enrolments.face("nobody"), NotRestored.NO_FACE),
            Map.entry(Enrolments.face("noise"), NotRestored.UNREADABLE_IMAGE));
  }

  @Test
  void startedAgainItMakesWhatIsLackingAlone() {
    enrolledByTheOldPack("ada", picture(30));
    reEmbed();
    enrolledByTheOldPack("bob", picture(60));
    followed.clear();
    assertThat(reEmbed().made()).isEqualTo(1);
    assertThat(followed).hasSize(1);
    assertThat(followed.getFirst().references()).containsExactly(Enrolments.face("bob"));
  }
}
