package io.faceservice.bootstrap.lifecycle;

import io.faceservice.application.port.BackendException;
import io.faceservice.bootstrap.config.GalleryConfig;
import io.faceservice.bootstrap.config.GuardConfig;
import io.faceservice.bootstrap.config.ImagesConfig;
import io.faceservice.bootstrap.config.StartException;
import jakarta.inject.Singleton;
import java.time.Duration;
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
  private final Chores chores;
  private final Duration reopen;
  private final boolean remote;

  StoreStarter(
      EnrolledFaces faces,
      Chores chores,
      GuardConfig guard,
      GalleryConfig gallery,
      ImagesConfig images) {
    this.faces = faces;
    this.chores = chores;
    this.reopen = guard.reopen();
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
      faces.open();
    } catch (BackendException e) {
      if (!remote || !e.mayPass()) {
        throw e;
      }
      LOG.warn("Not ready, and tried again: {}", e.getMessage());
      chores.until(reopen, this::startWhatWasDown);
    }
  }

  /** Whether there is nothing left to try. */
  private boolean startWhatWasDown() {
    try {
      faces.open();
      LOG.info("Ready: the stores are there");
      return true;
    } catch (BackendException e) {
      LOG.warn("Not ready, and tried again: {}", e.getMessage());
      return false;
    } catch (StartException e) {
      LOG.error("Not ready, and never will be so: {}", e.getMessage());
      return true;
    }
  }
}
