package io.faceservice.bootstrap.wiring;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.bootstrap.config.GuardConfig;
import io.faceservice.bootstrap.guard.Guard;
import io.faceservice.bootstrap.guard.GuardedGallery;
import io.faceservice.bootstrap.guard.GuardedImageStore;
import io.faceservice.bootstrap.guard.Opened;
import io.faceservice.bootstrap.guard.RemoteGuard;
import jakarta.inject.Singleton;

/** Puts stores behind their guards. */
@Singleton
final class Guarding {
  private final GuardConfig config;
  private final Opened opened;

  Guarding(GuardConfig config, Opened opened) {
    this.config = config;
    this.opened = opened;
  }

  /** A gallery in this process. */
  Gallery local(Gallery gallery) {
    return new GuardedGallery(gallery, Guard.NONE, opened::isOpened);
  }

  /** A gallery on another machine. */
  Gallery remote(Gallery gallery) {
    return new GuardedGallery(gallery, new RemoteGuard("gallery", config), opened::isOpened);
  }

  /** A record on another machine. */
  ImageStore remote(ImageStore store) {
    return new GuardedImageStore(store, new RemoteGuard("image store", config));
  }
}
