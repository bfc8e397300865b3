package io.faceservice.bootstrap.wiring;

import io.faceservice.application.browse.ListSources;
import io.faceservice.application.browse.ListSubjects;
import io.faceservice.application.browse.ShowFace;
import io.faceservice.application.browse.ShowImage;
import io.faceservice.application.browse.ShowSubject;
import io.faceservice.application.port.ImageStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases that tell what is enrolled. */
@Factory
final class BrowseFactory {

  @Singleton
  ListSources listSources(ImageStore store) {
    return new ListSources(store);
  }

  @Singleton
  ListSubjects listSubjects(ImageStore store) {
    return new ListSubjects(store);
  }

  @Singleton
  ShowFace showFace(ImageStore store) {
    return new ShowFace(store);
  }

  @Singleton
  ShowSubject showSubject(ImageStore store, ShowFace faces) {
    return new ShowSubject(store, faces);
  }

  @Singleton
  ShowImage showImage(ImageStore store) {
    return new ShowImage(store);
  }
}
