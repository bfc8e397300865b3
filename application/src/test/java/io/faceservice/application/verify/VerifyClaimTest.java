package io.faceservice.application.verify;

import static io.faceservice.application.testkit.ScriptedFaces.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.acquire.Acquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.compare.CompareFaces;
import io.faceservice.application.compare.Comparison.Compared;
import io.faceservice.application.compare.Comparison.Liveness;
import io.faceservice.application.compare.Comparison.NotAcquired;
import io.faceservice.application.compare.Comparison.Role;
import io.faceservice.application.compare.Presentation;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.testkit.ScriptedFaces;
import io.faceservice.application.verify.Verification.Checked;
import io.faceservice.application.verify.Verification.NotEnrolled;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.compare.ComparisonDecision;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.compare.VerificationPolicy;
import io.faceservice.domain.liveness.LivenessPolicy;
import io.faceservice.domain.liveness.PadPolicy;
import io.faceservice.domain.liveness.PadScore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VerifyClaimTest {
  private static final SubjectKey ADA = new SubjectKey(Source.DEFAULT, new SubjectId("ada"));
  private static final SubjectKey BOB = new SubjectKey(Source.DEFAULT, new SubjectId("bob"));

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final VerifyClaim claims = verifyClaim();

  @AfterEach
  void stopTheWorkers() {
    threads.shutdownNow();
  }

  @Test
  void comparesTheProbeWithTheNearestOfTheClaimedSubjectsTemplates() {
    Compared compared = compared(claims.verify(new Claim.OfSubject(ADA), shows(60)));

    assertThat(compared.verdict().decision()).isEqualTo(ComparisonDecision.MATCH);
    assertThat(compared.verdict().similarity().value()).isGreaterThan(0.99);
    assertThat(compared.captures()).containsOnlyKeys(Role.PROBE);
    assertThat(compared.liveness()).isEqualTo(new Liveness.NotAsked());
  }

  @Test
  void doesNotMatchSomebodyElse() {
    Compared compared = compared(claims.verify(new Claim.OfSubject(ADA), shows(140)));

    assertThat(compared.verdict().decision()).isEqualTo(ComparisonDecision.NON_MATCH);
  }

  @Test
  void knowsNobodyWhoIsNotEnrolledAndLooksAtNoPictureForThem() {
    var bad = new Presentation(ScriptedFaces.noPicture(), List.of());

    assertThat(claims.verify(new Claim.OfSubject(BOB), bad)).isEqualTo(new NotEnrolled(BOB));
  }

  @Test
  void comparesTheProbeWithAnImage() {
    Compared compared = compared(claims.verify(new Claim.OfImage(picture(50)), shows(55)));

    assertThat(compared.verdict().decision()).isEqualTo(ComparisonDecision.MATCH);
    assertThat(compared.captures()).containsOnlyKeys(Role.REFERENCE, Role.PROBE);
  }

  @Test
  void judgesFramesAgainstTheEnrolledTemplates() {
    var presentation = new Presentation(picture(60), List.of(picture(45), picture(75)));

    Compared compared = compared(claims.verify(new Claim.OfSubject(ADA), presentation));

    assertThat(compared.liveness())
        .isInstanceOfSatisfying(
            Liveness.Assessed.class,
            assessed -> {
              assertThat(assessed.live()).isTrue();
              assertThat(assessed.frames())
                  .hasSize(2)
                  .allMatch(frame -> frame.similarity().value() > 0.98);
            });
  }

  @Test
  void acquiresNobodyWhereOnePictureShowsNoFace() {
    var presentation = new Presentation(picture(60), List.of(picture()));

    assertThat(claims.verify(new Claim.OfSubject(ADA), presentation))
        .isEqualTo(new Checked(new NotAcquired()));
  }

  @Test
  void reportsABadPictureEvenWhereAnotherShowsNoFace() {
    var presentation = new Presentation(picture(), List.of(ScriptedFaces.noPicture()));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> claims.verify(new Claim.OfSubject(ADA), presentation));
  }

  private VerifyClaim verifyClaim() {
    Map<SubjectKey, List<FaceTemplate>> enrolled = Map.of(ADA, List.of(template(0), template(60)));
    var examination =
        new FaceExamination(new ScriptedFaces().acquisition(), (pixels, face) -> new PadScore(0.9));
    var faces =
        new CompareFaces(
            examination,
            examination,
            new Workers(threads),
            new VerificationPolicy(new Similarity(0.7)),
            new LivenessPolicy(
                LivenessPolicy.Mode.STRICT,
                new Similarity(0.6),
                0.6,
                0,
                new PadPolicy(new PadScore(0.5))));
    return new VerifyClaim(faces, subject -> enrolled.getOrDefault(subject, List.of()));
  }

  private static Compared compared(Verification verification) {
    assertThat(verification).isInstanceOf(Checked.class);
    return (Compared) ((Checked) verification).comparison();
  }

  private static Presentation shows(int degrees) {
    return new Presentation(picture(degrees), List.of());
  }

  private static FaceTemplate template(int degrees) {
    var faces = new ScriptedFaces();
    var face = (Acquisition.Acquired) faces.acquisition().acquire(picture(degrees));
    return face.template();
  }
}
