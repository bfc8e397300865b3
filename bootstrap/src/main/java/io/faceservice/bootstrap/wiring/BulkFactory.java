package io.faceservice.bootstrap.wiring;

import io.faceservice.application.acquire.Workers;
import io.faceservice.application.bulk.EnrolledImages;
import io.faceservice.application.bulk.ExportFaces;
import io.faceservice.application.bulk.ImportFaces;
import io.faceservice.application.bulk.ItemEnrolment;
import io.faceservice.application.enrol.AddFace;
import io.faceservice.application.enrol.EnrolFace;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.ImageStore;
import io.faceservice.bootstrap.config.InferenceConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases that take in, and give out, very many faces. */
@Factory
final class BulkFactory {

  @Singleton
  EnrolledImages enrolledImages(ImageStore store, FaceEncoder encoder) {
    return new EnrolledImages(store, encoder.model());
  }

  /** While as many items as there are workers are looked at, as many are read or written. */
  @Singleton
  ImportFaces importFaces(
      EnrolFace enrol,
      AddFace add,
      FaceExamination examination,
      Workers workers,
      EnrolledImages enrolled,
      InferenceConfig config) {
    return new ImportFaces(
        new ItemEnrolment(enrol, add), examination, workers, enrolled, 2 * config.workersOrCores());
  }

  @Singleton
  ExportFaces exportFaces(ImageStore store) {
    return new ExportFaces(store);
  }
}
