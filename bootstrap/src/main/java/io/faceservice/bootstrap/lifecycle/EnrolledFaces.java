package io.faceservice.bootstrap.lifecycle;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.reconcile.RebuildGallery;
import io.faceservice.application.reconcile.SettleIntents;
import io.faceservice.bootstrap.config.StartException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens record and gallery, and makes them agree before anybody asks. */
@Singleton
public final class EnrolledFaces {
  private static final Logger LOG = LoggerFactory.getLogger(EnrolledFaces.class);

  private final ImageStore store;
  private final Gallery gallery;
  private final RebuildGallery rebuild;
  private final SettleIntents intents;

  EnrolledFaces(ImageStore store, Gallery gallery, RebuildGallery rebuild, SettleIntents intents) {
    this.store = store;
    this.gallery = gallery;
    this.rebuild = rebuild;
    this.intents = intents;
  }

  /**
   * Opens both. A gallery that is new or was not closed properly is filled from the record; what a
   * crash interrupted is finished or undone.
   *
   * @throws io.faceservice.application.port.BackendException if a store cannot serve, or the
   *     gallery is another model pack's
   * @throws StartException if faces of the record were made by another model pack
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
  }

  private void fill() {
    var outcome = rebuild.rebuild(done -> LOG.info("Filling the gallery: {} faces", done));
    if (outcome.foreign() > 0) {
      throw new StartException(
          "%d enrolled faces were made by another model pack than the one configured and cannot be"
                  .formatted(outcome.foreign())
              + " searched: set face.inference.pack to the pack that made them.");
    }
    LOG.info("The gallery was filled from the record: {} faces", outcome.enrolled());
  }
}
