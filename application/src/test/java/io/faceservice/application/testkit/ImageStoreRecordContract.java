package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.image;
import static io.faceservice.application.testkit.Enrolments.reference;
import static io.faceservice.application.testkit.Enrolments.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an {@link ImageStore} keeps of an enrolment, and how exactly. */
abstract class ImageStoreRecordContract extends BackendContract<ImageStore> {

  /** An image store that serves a model, as {@link #newBackend} says. */
  protected abstract ImageStore newStore(ModelId model);

  @Override
  protected final ImageStore newBackend() {
    return newStore(Enrolments.MODEL);
  }

  @Override
  protected final void use(ImageStore store) {
    store.sources();
  }

  /** Records and completes, as a use case does whose gallery never fails. */
  static void enrol(ImageStore store, Enrolment enrolment) {
    store.complete(store.record(enrolment));
  }

  static void assertSame(Evidence actual, Evidence expected) {
    assertThat(actual.image().toArray()).isEqualTo(expected.image().toArray());
    assertThat(actual.livenessFrames().stream().map(FaceImage::toArray))
        .containsExactlyElementsOf(
            expected.livenessFrames().stream().map(FaceImage::toArray).toList());
    assertThat(actual.liveness()).isEqualTo(expected.liveness());
  }

  @Test
  final void absentIsEmpty() {
    ImageStore store = open();
    assertThat(store.current(face("nobody"))).isEmpty();
    assertThat(store.current(subject("nobody"))).isEmpty();
    assertThat(store.versions(face("nobody"))).isEmpty();
    assertThat(store.evidence(face("nobody"), 1)).isEmpty();
  }

  @Test
  final void readsWhatWasJustRecorded() {
    ImageStore store = open();
    Enrolment ada = enrolment(face("ada"), 1);
    store.record(ada);
    assertThat(store.current(face("ada")))
        .contains(new EnrolledFace(ada.reference(), 1, ada.enrolledAt()));
    assertSame(store.evidence(face("ada"), 1).orElseThrow(), ada.evidence());
  }

  @Test
  final void keepsEverythingWhenClosedAndOpenedAgain() {
    Enrolment ada = enrolment(face("ada"), 1);
    try (ImageStore first = open()) {
      first.record(ada);
    }
    ImageStore second = open();
    assertThat(second.current(face("ada")))
        .contains(new EnrolledFace(ada.reference(), 1, ada.enrolledAt()));
    assertSame(second.evidence(face("ada"), 1).orElseThrow(), ada.evidence());
  }

  @Test
  final void anotherHandleOnTheSameStorageSeesWhatWasRecorded() {
    ImageStore one = open();
    ImageStore other = open();
    one.record(enrolment(face("ada"), 1));
    assertThat(other.current(face("ada"))).isPresent();
  }

  @Test
  final void findsEachSubjectByItsExactIdentifierAlone() {
    ImageStore store = open();
    List<ReferenceKey> keys =
        Stream.of(
                "a-1",
                "x a 1",
                "A-1",
                "a-1 ",
                " a-1",
                "a_1",
                "a%1",
                "山田 太郎",
                "Nguyễn Văn An",
                "O'Brien \"; DROP TABLE face; --",
                "back\\slash/../é",
                "e\u0301",
                "1",
                "01",
                "1e0",
                "null",
                "x".repeat(512),
                "😀".repeat(512))
            .map(id -> face(id, id))
            .toList();
    keys.forEach(key -> enrol(store, enrolment(key, keys.indexOf(key))));
    for (ReferenceKey key : keys) {
      assertThat(store.current(key).map(EnrolledFace::reference))
          .contains(reference(key, keys.indexOf(key)));
      assertThat(store.current(face(key.source().value(), "?"))).isEmpty();
      assertThat(store.current(face("?", key.subject().value()))).isEmpty();
    }
  }

  @Test
  final void tellsCapitalsSpacesAndAccentsApart() {
    ImageStore store = open();
    enrol(store, enrolment(face("Café a-1"), 1));
    assertThat(store.current(face("café a-1"))).isEmpty();
    assertThat(store.current(face("Cafe\u0301 a-1"))).isEmpty();
    assertThat(store.current(face("Café  a-1"))).isEmpty();
    assertThat(store.current(face("Café a-1 "))).isEmpty();
    assertThat(store.current(face("Café a 1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "02/01/2021", " 2 tháng 1 ", "2021-01-02T03:04:05Z", "a\u0000\nb", "007"})
  final void keepsTheCreationTextVerbatim(String text) {
    ImageStore store = open();
    var template = Enrolments.template(1, 512);
    var reference = new BiometricReference(face("ada"), template, new CreatedAt(text));
    enrol(store, enrolment(reference, Evidence.of(image(1, 10))));
    assertThat(store.current(face("ada")).map(EnrolledFace::reference)).contains(reference);
  }

  @Test
  final void keepsImagesFramesAndLivenessReportByteForByte() {
    ImageStore store = open();
    var frames = List.of(image(2, 1), image(3, 70_000), image(2, 1));
    var report = new LivenessReport("{\"pad\":[0.9,\"Đ\"]}");
    var evidence = new Evidence(image(1, 3_000_001), frames, report);
    enrol(store, enrolment(reference(face("ada"), 1), evidence));
    assertSame(store.evidence(face("ada"), 1).orElseThrow(), evidence);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 128, 512, 1024})
  final void keepsEmbeddingsBitForBitWithTheirModel(int dimension) {
    ImageStore store = open();
    var model = new ModelId("pack " + dimension);
    var embedding = Enrolments.template(dimension, dimension).embedding();
    var template = new FaceTemplate(model, embedding);
    var reference = new BiometricReference(face("ada"), template, new CreatedAt("today"));
    enrol(store, enrolment(reference, Evidence.of(image(1, 10))));
    FaceTemplate kept = store.current(face("ada")).orElseThrow().reference().template();
    assertThat(kept.model()).isEqualTo(model);
    assertThat(kept.embedding().toArray()).containsExactly(embedding.toArray());
  }

  @Test
  final void keepsTheTimeOfEnrolmentToTheMillisecond() {
    ImageStore store = open();
    var reference = reference(face("ada"), 1);
    Instant precise = Instant.parse("2026-02-03T04:05:06.789012345Z");
    enrol(store, new Enrolment(reference, Evidence.of(image(1, 10)), precise));
    assertThat(store.current(face("ada")).map(EnrolledFace::enrolledAt))
        .contains(Instant.parse("2026-02-03T04:05:06.789Z"));
  }

  @Test
  final void keepsTheLastFiveVersionsNewestFirst() {
    ImageStore store = open();
    IntStream.rangeClosed(1, 8).forEach(n -> enrol(store, enrolment(face("ada"), n)));
    assertThat(store.versions(face("ada")))
        .extracting(EnrolledFace::version)
        .containsExactly(8, 7, 6, 5, 4);
    assertThat(store.versions(face("ada")))
        .extracting(EnrolledFace::reference)
        .startsWith(reference(face("ada"), 8), reference(face("ada"), 7));
    assertThat(store.current(face("ada"))).contains(store.versions(face("ada")).getFirst());
    assertSame(store.evidence(face("ada"), 4).orElseThrow(), enrolment(face("ada"), 4).evidence());
    assertThat(store.evidence(face("ada"), 3)).isEmpty();
  }

  @Test
  final void keepsFiveVersionsOfEachFaceOfASubject() {
    ImageStore store = open();
    ReferenceKey side = subject("ada").reference(new ReferenceId("side"));
    IntStream.rangeClosed(1, 6).forEach(n -> enrol(store, enrolment(face("ada"), n)));
    enrol(store, enrolment(side, 7));
    assertThat(store.versions(face("ada"))).hasSize(ImageStore.VERSIONS_KEPT);
    assertThat(store.versions(side)).extracting(EnrolledFace::version).containsExactly(1);
    assertThat(store.current(subject("ada")))
        .extracting(EnrolledFace::key)
        .containsExactly(face("ada"), side);
  }
}
