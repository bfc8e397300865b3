package io.faceservice.application.migrate;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.InMemoryGallery;
import io.faceservice.application.testkit.InMemoryImageStore;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CopyRecordTest {
  private final ImageStore from = new InMemoryImageStore();
  private final ImageStore to = new InMemoryImageStore();
  private final InMemoryGallery gallery =
      new InMemoryGallery(new InMemoryGallery.Storage(), Enrolments.MODEL, 512);
  private final CopyRecord copying = new CopyRecord(from, to);

  @BeforeEach
  void open() {
    from.prepare();
    to.prepare();
    gallery.prepare();
  }

  private void enrol(ReferenceKey key, long seed) {
    from.complete(from.record(enrolment(key, seed)));
  }

  private CopyRecord.Outcome copy() {
    return copying.copy(done -> {});
  }

  private VerifyCopy.Outcome verify() {
    return new VerifyCopy(from, to, gallery, new Random(1)).verify(10);
  }

  private void fill(ReferenceKey... faces) {
    for (ReferenceKey key : faces) {
      to.current(key).map(EnrolledFace::reference).ifPresent(gallery::enrol);
    }
  }

  @Test
  void copiesFacesVersionsImagesAndTimes() {
    for (long version = 1; version <= 3; version++) {
      enrol(face("ada"), version);
    }
    enrol(face("bank", "bob"), 9);

    assertThat(copy()).isEqualTo(new CopyRecord.Outcome(2, 4, true));
    assertThat(to.versions(face("ada"))).isEqualTo(from.versions(face("ada")));
    assertThat(to.sources()).isEqualTo(from.sources());
    assertThat(to.evidence(face("ada"), 2).orElseThrow().image().toArray())
        .isEqualTo(from.evidence(face("ada"), 2).orElseThrow().image().toArray());
    assertThat(to.unfinished()).isEmpty();
  }

  @Test
  void passesOverWhatArrivedAndBringsWhatCameMeanwhile() {
    enrol(face("ada"), 1);
    enrol(face("bob"), 2);
    copy();
    enrol(face("ada"), 3);
    assertThat(copy()).isEqualTo(new CopyRecord.Outcome(2, 1, true));
    assertThat(to.versions(face("ada"))).hasSize(2);
    assertThat(to.current(face("ada")).map(EnrolledFace::reference))
        .isEqualTo(from.current(face("ada")).map(EnrolledFace::reference));
  }

  @Test
  void copiesAnewWhoeverIsAnotherThere() {
    to.complete(to.record(enrolment(face("ada"), 7)));
    enrol(face("ada"), 1);
    copy();
    assertThat(to.versions(face("ada")))
        .extracting(EnrolledFace::reference)
        .containsExactly(Enrolments.reference(face("ada"), 1));
  }

  @Test
  void forgetsWhoeverWasRemovedMeanwhileWhenAskedTo() {
    enrol(face("ada"), 1);
    enrol(face("bob"), 2);
    copy();
    from.remove(subject("bob")).ifPresent(from::complete);
    copy();
    assertThat(verify().countsAgree()).isFalse();
    assertThat(copying.forgetExtra()).isEqualTo(1);
    assertThat(to.current(face("bob"))).isEmpty();
    assertThat(to.current(face("ada"))).isPresent();
  }

  @Test
  void stopsWhenInterrupted() {
    enrol(face("ada"), 1);
    enrol(face("bob"), 2);
    var stopped = copying.copy(done -> Thread.currentThread().interrupt());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped).isEqualTo(new CopyRecord.Outcome(1, 1, false));
    assertThat(copy()).isEqualTo(new CopyRecord.Outcome(2, 1, true));
  }

  @Test
  void findsOutWhoIsMissingInTheGallery() {
    enrol(face("ada"), 1);
    enrol(face("bank", "bob"), 2);
    copy();
    fill(face("ada"));
    assertThat(verify()).isEqualTo(new VerifyCopy.Outcome(true, 2, List.of(face("bank", "bob"))));
    fill(face("bank", "bob"));
    assertThat(verify().isGood()).isTrue();
  }
}
