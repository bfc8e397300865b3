package io.faceservice.bootstrap.wiring;

import static io.faceservice.bootstrap.wiring.InferenceFactory.ACCURATE;

import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.compare.CompareFaces;
import io.faceservice.application.detect.DetectFaces;
import io.faceservice.application.liveness.AssessActions;
import io.faceservice.application.liveness.DetectPresentationAttack;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.application.port.PresentationAttackDetector;
import io.faceservice.application.verify.ClaimedReferences;
import io.faceservice.application.verify.VerifyClaim;
import io.faceservice.domain.compare.VerificationPolicy;
import io.faceservice.domain.liveness.ActionPolicy;
import io.faceservice.domain.liveness.LivenessPolicy;
import io.faceservice.domain.liveness.PadPolicy;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The use cases, with the ports and rules they work by. */
@Factory
final class UseCaseFactory {

  @Singleton
  @Primary
  FaceExamination faceExamination(FaceAcquisition acquisition, PresentationAttackDetector attacks) {
    return new FaceExamination(acquisition, attacks);
  }

  @Singleton
  @Named(ACCURATE)
  FaceExamination accurateFaceExamination(
      @Named(ACCURATE) FaceAcquisition acquisition, PresentationAttackDetector attacks) {
    return new FaceExamination(acquisition, attacks);
  }

  @Singleton
  @Primary
  CompareFaces compareFaces(
      FaceExamination examination,
      Workers workers,
      VerificationPolicy verification,
      LivenessPolicy liveness) {
    return new CompareFaces(examination, examination, workers, verification, liveness);
  }

  /** Whoever claims an identity is looked at harder than the picture of it. */
  @Singleton
  @Named(ACCURATE)
  CompareFaces compareClaims(
      FaceExamination examination,
      @Named(ACCURATE) FaceExamination accurate,
      Workers workers,
      VerificationPolicy verification,
      LivenessPolicy liveness) {
    return new CompareFaces(examination, accurate, workers, verification, liveness);
  }

  @Singleton
  VerifyClaim verifyClaim(@Named(ACCURATE) CompareFaces faces, ClaimedReferences references) {
    return new VerifyClaim(faces, references);
  }

  @Singleton
  DetectPresentationAttack detectPresentationAttack(
      ImageDecoder decoder,
      FaceDetector detector,
      PresentationAttackDetector attacks,
      Workers workers,
      PadPolicy policy) {
    return new DetectPresentationAttack(decoder, detector, attacks, workers, policy);
  }

  @Singleton
  AssessActions assessActions(
      FaceAcquisition acquisition, Workers workers, ActionPolicy actions, LivenessPolicy liveness) {
    return new AssessActions(acquisition, workers, actions, liveness);
  }

  @Singleton
  DetectFaces detectFaces(
      ImageDecoder decoder, FaceDetector detector, FaceLandmarker landmarker, Workers workers) {
    return new DetectFaces(decoder, detector, landmarker, workers);
  }
}
