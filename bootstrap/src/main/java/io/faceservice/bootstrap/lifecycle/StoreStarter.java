package io.faceservice.bootstrap.lifecycle;

import io.faceservice.application.port.BackendException;
import io.faceservice.bootstrap.config.GalleryConfig;
import io.faceservice.bootstrap.config.ImagesConfig;
import io.faceservice.bootstrap.config.StartException;
import io.faceservice.bootstrap.guard.Opened;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the stores when the service starts. One on another machine that is down then keeps the
 * service from being ready, not from starting, and is tried again until it is there.
 */
@Singleton
public class StoreStarter {
  private static final Logger LOG = LoggerFactory.getLogger(StoreStarter.class);

  private final EnrolledFaces faces;
  private final Opened opened;
  private final boolean remote;
  private volatile boolean waiting;

  StoreStarter(EnrolledFaces faces, Opened opened, GalleryConfig gallery, ImagesConfig images) {
    this.faces = faces;
    this.opened = opened;
    this.remote =
        gallery.adapter() != GalleryConfig.Adapter.EMBEDDED
            || images.adapter() != ImagesConfig.Adapter.EMBEDDED;
  }

  /**
   * Opens both stores, or leaves that to later if one of them is elsewhere and down.
   *
   * @throws BackendException if a store cannot serve, and waiting would not help
   * @throws StartException if the record and the settings do not fit
   */
  public void start() {
    try {
      open();
    } catch (BackendException e) {
      if (!remote || !mayPass(e)) {
        throw e;
      }
      LOG.warn("Not ready, and tried again: {}", e.getMessage());
      waiting = true;
    }
  }

  @Scheduled(fixedDelay = "${face.guard.reopen}", initialDelay = "${face.guard.reopen}")
  void startWhatWasDown() {
    if (!waiting) {
      return;
    }
    try {
      open();
      waiting = false;
      LOG.info("Ready: the stores are there");
    } catch (BackendException e) {
      LOG.warn("Not ready, and tried again: {}", e.getMessage());
    } catch (StartException e) {
      waiting = false;
      LOG.error("Not ready, and never will be so: {}", e.getMessage());
    }
  }

  private void open() {
    faces.open();
    opened.opened();
  }

  private static boolean mayPass(BackendException e) {
    return switch (e.kind()) {
      case UNAVAILABLE, TIMEOUT -> true;
      case REFUSED, CORRUPT -> false;
    };
  }
}
