package io.faceservice.bootstrap.wiring;

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
import io.faceservice.application.reconcile.RebuildGallery;
import io.faceservice.application.reconcile.SettleIntents;
import io.faceservice.application.remove.RemoveSubject;
import io.faceservice.application.search.SearchFace;
import io.faceservice.application.search.SearchManyFaces;
import io.faceservice.application.verify.ClaimedReferences;
import io.faceservice.domain.liveness.LivenessPolicy;
import io.faceservice.domain.search.IdentificationPolicy;
import io.micronaut.context.annotation.Factory;
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
  RecordKeeper recordKeeper(ImageStore store, Gallery gallery, SubjectLocks locks) {
    return new RecordKeeper(store, gallery, locks);
  }

  @Singleton
  EnrolFace enrolFace(
      FaceExamination examination, Workers workers, LivenessPolicy liveness, RecordKeeper keeper) {
    return new EnrolFace(examination, workers, liveness, keeper, Clock.systemUTC());
  }

  @Singleton
  RemoveSubject removeSubject(RecordKeeper keeper) {
    return new RemoveSubject(keeper);
  }

  @Singleton
  SearchFace searchFace(
      FaceAcquisition acquisition, Workers workers, Gallery gallery, IdentificationPolicy policy) {
    return new SearchFace(acquisition, workers, gallery, policy);
  }

  @Singleton
  SearchManyFaces searchManyFaces(SearchFace faces, Workers workers) {
    return new SearchManyFaces(faces, workers);
  }

  @Singleton
  ClaimedReferences claimedReferences(ImageStore store) {
    return subject ->
        store.current(subject).stream().map(face -> face.reference().template()).toList();
  }

  @Singleton
  SettleIntents settleIntents(ImageStore store, RecordKeeper keeper) {
    return new SettleIntents(store, keeper);
  }

  @Singleton
  CompareStores compareStores(ImageStore store, Gallery gallery) {
    return new CompareStores(store, gallery);
  }

  @Singleton
  RebuildGallery rebuildGallery(
      ImageStore store, Gallery gallery, SubjectLocks locks, FaceEncoder encoder) {
    return new RebuildGallery(store, gallery, locks, encoder.model());
  }
}
