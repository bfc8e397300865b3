package io.faceservice.bootstrap.wiring;

import static io.faceservice.bootstrap.wiring.InferenceFactory.ACCURATE;

import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.enrol.EnrolFace;
import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.keep.SubjectLocks;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.reconcile.CompareStores;
import io.faceservice.application.reconcile.SettleIntents;
import io.faceservice.application.remove.RemoveSubject;
import io.faceservice.application.restore.ReEmbedFaces;
import io.faceservice.application.restore.RestoreGallery;
import io.faceservice.application.search.SearchFace;
import io.faceservice.application.search.SearchManyFaces;
import io.faceservice.application.verify.ClaimedReferences;
import io.faceservice.bootstrap.config.ImagesConfig;
import io.faceservice.domain.liveness.LivenessPolicy;
import io.faceservice.domain.search.IdentificationPolicy;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The use cases that work on enrolled faces. */
@Factory
final class KeepingFactory {

  @Singleton
  SubjectLocks subjectLocks() {
    return new SubjectLocks();
  }

  @Singleton
  RecordKeeper recordKeeper(
      ImageStore store, Gallery gallery, SubjectLocks locks, FaceEncoder encoder) {
    return new RecordKeeper(store, gallery, locks, encoder.model());
  }

  @Singleton
  EnrolFace enrolFace(
      @Named(ACCURATE) FaceExamination examination,
      Workers workers,
      LivenessPolicy liveness,
      RecordKeeper keeper) {
    return new EnrolFace(examination, workers, liveness, keeper, Clock.systemUTC());
  }

  @Singleton
  RemoveSubject removeSubject(RecordKeeper keeper) {
    return new RemoveSubject(keeper);
  }

  @Singleton
  SearchFace searchFace(
      @Named(ACCURATE) FaceAcquisition acquisition,
      Workers workers,
      Gallery gallery,
      IdentificationPolicy policy) {
    return new SearchFace(acquisition, workers, gallery, policy);
  }

  /** Many faces at once are looked at more quickly than one. */
  @Singleton
  SearchManyFaces searchManyFaces(
      FaceAcquisition acquisition, Workers workers, Gallery gallery, IdentificationPolicy policy) {
    return new SearchManyFaces(acquisition, workers, gallery, policy);
  }

  @Singleton
  ClaimedReferences claimedReferences(ImageStore store, RecordKeeper keeper) {
    return subject ->
        store.current(subject).stream()
            .filter(keeper::isSearchable)
            .map(face -> face.reference().template())
            .toList();
  }

  @Singleton
  SettleIntents settleIntents(ImageStore store, RecordKeeper keeper) {
    return new SettleIntents(store, keeper);
  }

  @Singleton
  CompareStores compareStores(
      ImageStore store, Gallery gallery, SubjectLocks locks, FaceEncoder encoder) {
    return new CompareStores(store, gallery, locks, encoder.model());
  }

  @Singleton
  RestoreGallery restoreGallery(
      ImageStore store,
      Gallery gallery,
      RecordKeeper keeper,
      SubjectLocks locks,
      ImagesConfig config) {
    return new RestoreGallery(store, gallery, keeper, locks, config.leaveOutOtherPacks());
  }

  @Singleton
  ReEmbedFaces reEmbedFaces(
      ImageStore store,
      @Named(ACCURATE) FaceAcquisition acquisition,
      Workers workers,
      FaceEncoder encoder) {
    return new ReEmbedFaces(store, acquisition, workers, encoder.model());
  }
}
