package io.faceservice.application.testkit;

import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.keep.SubjectLocks;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.reconcile.CompareStores;
import io.faceservice.application.reconcile.Drift;
import io.faceservice.application.reconcile.SettleIntents;
import io.faceservice.application.restore.RestoreGallery;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.ArrayList;
import java.util.List;

/** A record and a gallery in memory; the gallery can fail and come back with what it held. */
public final class TwoStores {
  private static final ModelId FOREIGN = new ModelId("other-1");

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

  /** Records a face, completed, whose template another model pack made. */
  public void recordForeign(ReferenceKey face) {
    var template = new FaceTemplate(FOREIGN, Enrolments.reference(face, 99).template().embedding());
    var reference = new BiometricReference(face, template, new CreatedAt(""));
    store.complete(
        store.record(Enrolments.enrolment(reference, Evidence.of(ScriptedFaces.picture(0)))));
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
    return new RecordKeeper(store, gallery, locks, Enrolments.MODEL);
  }

  public SettleIntents intents() {
    return new SettleIntents(store, keeper());
  }

  public RestoreGallery restore() {
    return new RestoreGallery(store, gallery, keeper(), locks, false);
  }

  /** Where the two differ now. */
  public List<Drift> drift() {
    List<Drift> differences = new ArrayList<>();
    new CompareStores(store, gallery, locks, Enrolments.MODEL).compare(differences::add);
    return differences;
  }
}
