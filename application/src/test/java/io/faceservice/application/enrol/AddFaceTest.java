package io.faceservice.application.enrol;

import static io.faceservice.application.testkit.ScriptedFaces.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.acquire.Workers;
import io.faceservice.application.compare.Presentation;
import io.faceservice.application.enrol.Addition.Added;
import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.keep.SubjectLocks;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.testkit.AtOnce;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.InMemoryGallery;
import io.faceservice.application.testkit.InMemoryImageStore;
import io.faceservice.application.testkit.ScriptedFaces;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.enrolment.EnrolmentPolicy;
import io.faceservice.domain.liveness.LivenessPolicy;
import io.faceservice.domain.liveness.PadPolicy;
import io.faceservice.domain.liveness.PadScore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AddFaceTest {
  private static final int MOST = 3;
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final SubjectKey ADA = Enrolments.subject("ada");

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final ImageStore store = new InMemoryImageStore();
  private final Gallery gallery =
      new InMemoryGallery(new InMemoryGallery.Storage(), ScriptedFaces.MODEL, 2);
  private final AddFace faces = addFace();

  @BeforeEach
  void open() {
    store.prepare();
    gallery.prepare();
  }

  @AfterEach
  void stopTheWorkers() {
    threads.shutdownNow();
  }

  @Test
  void keepsAFaceUnderANewNameAndMakesItSearchable() {
    Added first = added(faces.add(another(picture(10))));
    Added second = added(faces.add(another(picture(20, 100))));

    assertThat(first.face().key()).isEqualTo(ADA.reference(new ReferenceId("new-1")));
    assertThat(second.face().key()).isEqualTo(ADA.reference(new ReferenceId("new-2")));
    assertThat(second.face().version()).isEqualTo(1);
    assertThat(second.face().enrolledAt()).isEqualTo(NOW);
    assertThat(second.face().reference().createdAt()).isEqualTo(new CreatedAt("today"));
    assertThat(second.capture().faces()).isEqualTo(2);
    assertThat(store.current(ADA)).containsExactly(first.face(), second.face());
    assertThat(gallery.find(first.face().key())).isPresent();
    assertThat(gallery.find(second.face().key())).isPresent();
  }

  @Test
  void replacesTheFaceOfTheSameNameAsANewVersion() {
    faces.add(named("left", picture(10)));
    Added again = added(faces.add(named("left", picture(20))));

    assertThat(again.face().version()).isEqualTo(2);
    assertThat(store.current(ADA)).containsExactly(again.face());
  }

  @Test
  void hasNoRoomBeyondTheMostFacesAndStillReplacesOne() {
    for (int i = 0; i < MOST; i++) {
      faces.add(named("face-" + i, picture(i)));
    }

    assertThat(faces.add(another(picture(90)))).isEqualTo(new Addition.NoRoom(MOST));
    assertThat(store.current(ADA)).hasSize(MOST);
    assertThat(added(faces.add(named("face-1", picture(90)))).face().version()).isEqualTo(2);
  }

  @Test
  void letsNoTwoTakeTheLastRoomAtOnce() {
    faces.add(another(picture(1)));
    faces.add(another(picture(2)));

    assertThat(AtOnce.run(4, () -> faces.add(another(picture(50)))))
        .filteredOn(Added.class::isInstance)
        .hasSize(1);
    assertThat(store.current(ADA)).hasSize(MOST);
  }

  @Test
  void keepsNothingOfAPictureWithoutAFace() {
    assertThat(faces.add(another(picture()))).isEqualTo(new Addition.NotAcquired());
    assertThat(faces.add(command(new Presentation(picture(10), List.of(picture())))))
        .isEqualTo(new Addition.NotAcquired());
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> faces.add(another(ScriptedFaces.noPicture())));
    assertThat(store.sources()).isEmpty();
  }

  @Test
  void keepsNothingOfWhoShowsNoLife() {
    var copies = new Presentation(picture(10), List.of(picture(10), picture(10)));

    assertThat(faces.add(command(copies))).isEqualTo(new Addition.NotLive());
    assertThat(store.sources()).isEmpty();
  }

  @Test
  void keepsWhatProvedLife() {
    var alive = new Presentation(picture(10), List.of(picture(15), picture(5, 100)));

    EnrolledFace face = added(faces.add(command(alive))).face();

    assertThat(store.evidence(face.key(), 1))
        .hasValueSatisfying(
            evidence -> {
              assertThat(evidence.livenessFrames()).hasSize(2);
              assertThat(evidence.liveness().text()).contains("pad_score");
            });
  }

  private static Added added(Addition addition) {
    assertThat(addition).isInstanceOf(Added.class);
    return (Added) addition;
  }

  private static AddFace.Command another(FaceImage image) {
    return command(new Presentation(image, List.of()));
  }

  private static AddFace.Command command(Presentation presentation) {
    return new AddFace.Command(ADA, Optional.empty(), new CreatedAt("today"), presentation);
  }

  private static AddFace.Command named(String face, FaceImage image) {
    return new AddFace.Command(
        ADA,
        Optional.of(new ReferenceId(face)),
        new CreatedAt("today"),
        new Presentation(image, List.of()));
  }

  private AddFace addFace() {
    var liveness =
        new LivenessPolicy(
            LivenessPolicy.Mode.STRICT,
            new Similarity(0.6),
            0.6,
            0,
            new PadPolicy(new PadScore(0.5)));
    var examination =
        new FaceExamination(new ScriptedFaces().acquisition(), (pixels, face) -> new PadScore(0.9));
    var numbers = new AtomicInteger();
    return new AddFace(
        new ReferenceExamination(examination, new Workers(threads), liveness),
        new RecordKeeper(store, gallery, new SubjectLocks(), ScriptedFaces.MODEL),
        new EnrolmentPolicy(MOST),
        () -> new ReferenceId("new-" + numbers.incrementAndGet()),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
