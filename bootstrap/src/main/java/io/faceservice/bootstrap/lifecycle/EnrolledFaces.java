package io.faceservice.bootstrap.lifecycle;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.reconcile.SettleIntents;
import io.faceservice.application.restore.NotRestored;
import io.faceservice.application.restore.RestoreGallery;
import io.faceservice.application.restore.RestoreObserver;
import io.faceservice.application.restore.Selection;
import io.faceservice.bootstrap.config.StartException;
import io.faceservice.bootstrap.guard.Opened;
import io.faceservice.domain.biometric.ReferenceKey;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens record and gallery, and makes them agree before anybody asks. */
@Singleton
public final class EnrolledFaces {
  private static final Logger LOG = LoggerFactory.getLogger(EnrolledFaces.class);

  private final ImageStore store;
  private final Gallery gallery;
  private final RestoreGallery restore;
  private final SettleIntents intents;
  private final Opened opened;

  EnrolledFaces(
      ImageStore store,
      Gallery gallery,
      RestoreGallery restore,
      SettleIntents intents,
      Opened opened) {
    this.store = store;
    this.gallery = gallery;
    this.restore = restore;
    this.intents = intents;
    this.opened = opened;
  }

  /**
   * Opens both, for searches too. A gallery that is new or was not closed properly is filled from
   * the record; what a crash interrupted is finished or undone.
   *
   * @throws io.faceservice.application.port.BackendException if a store cannot serve, or the
   *     gallery is another model pack's
   * @throws StartException if the configured model pack made no template of some faces
   */
  public void open() {
    store.prepare();
    gallery.prepare();
    if (gallery.needsRebuild()) {
      fill();
    }
    int settled = intents.settle();
    if (settled > 0) {
      LOG.info("{} interrupted changes were settled", settled);
    }
    opened.opened();
  }

  private void fill() {
    var outcome = restore.restore(Selection.ALL, new LoggedProgress());
    if (gallery.needsRebuild()) {
      throw new StartException(
          ("The configured model pack made no template of %d enrolled faces, so they cannot be"
                  + " searched. Set face.inference.pack to the pack that made them, or make the"
                  + " templates by: %s. To serve without these faces, set"
                  + " face.images.leave-out-other-packs.")
              .formatted(lacking(outcome), Gallery.REBUILD_COMMAND));
    }
    LOG.info("The gallery was filled from the record: {} faces", outcome.searchable());
    if (lacking(outcome) > 0) {
      LOG.warn("{} faces of other model packs are left out", lacking(outcome));
    }
  }

  private static long lacking(RestoreGallery.Outcome outcome) {
    return outcome.failures().values().stream().mapToLong(Long::longValue).sum();
  }

  /** A line now and then. */
  private static final class LoggedProgress implements RestoreObserver {
    private static final int EVERY = 50_000;
    private long told;

    @Override
    public void done(long faces) {
      if (faces - told >= EVERY) {
        told = faces;
        LOG.info("Filling the gallery: {} faces", faces);
      }
    }

    @Override
    public void failed(ReferenceKey face, NotRestored reason) {
      LOG.debug("Not searchable ({}): {}", reason.words(), face);
    }
  }
}
