package io.faceservice.application.testkit;

import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.keep.SubjectLocks;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.reconcile.CompareStores;
import io.faceservice.application.reconcile.Drift;
import io.faceservice.application.reconcile.RebuildGallery;
import io.faceservice.application.reconcile.SettleIntents;
import java.util.ArrayList;
import java.util.List;

/** A record and a gallery in memory; the gallery can fail and come back with what it held. */
public final class TwoStores {
  private static final int DIMENSION =
      Enrolments.reference(Enrolments.face("anyone"), 1).template().embedding().dimension();

  private final InMemoryGallery.Storage kept = new InMemoryGallery.Storage();
  private final SubjectLocks locks = new SubjectLocks();
  private final ImageStore store = new InMemoryImageStore();
  private Gallery gallery = new InMemoryGallery(kept, Enrolments.MODEL, DIMENSION);

  public TwoStores() {
    store.prepare();
    gallery.prepare();
  }

  public ImageStore store() {
    return store;
  }

  public Gallery gallery() {
    return gallery;
  }

  /** From here on every call of the gallery fails. */
  public void breakGallery() {
    gallery.close();
  }

  /** The gallery is back, with what it held. */
  public void mendGallery() {
    gallery = new InMemoryGallery(kept, Enrolments.MODEL, DIMENSION);
    gallery.prepare();
  }

  public RecordKeeper keeper() {
    return new RecordKeeper(store, gallery, locks);
  }

  public SettleIntents intents() {
    return new SettleIntents(store, keeper());
  }

  public RebuildGallery rebuild() {
    return new RebuildGallery(store, gallery, locks, Enrolments.MODEL);
  }

  /** Where the two differ now. */
  public List<Drift> drift() {
    List<Drift> differences = new ArrayList<>();
    new CompareStores(store, gallery).compare(differences::add);
    return differences;
  }
}
