package io.faceservice.bootstrap.guard;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.GalleryProbe;
import io.faceservice.application.port.Health;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.search.CandidateList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A gallery behind a guard. All its changes may be repeated but removals, which tell what they
 * found. It is not searched before everybody in it can be found.
 */
public final class GuardedGallery implements Gallery {
  private final Gallery gallery;
  private final Guard guard;
  private final BooleanSupplier complete;

  /**
   * @param complete whether everybody in it can be found
   */
  public GuardedGallery(Gallery gallery, Guard guard, BooleanSupplier complete) {
    this.gallery = gallery;
    this.guard = guard;
    this.complete = complete;
  }

  @Override
  public void prepare() {
    gallery.prepare();
  }

  @Override
  public Health check() {
    return gallery.check();
  }

  @Override
  public void close() {
    gallery.close();
  }

  @Override
  public void reset() {
    gallery.reset();
  }

  @Override
  public boolean needsRebuild() {
    return guard.again(gallery::needsRebuild);
  }

  @Override
  public void rebuilt() {
    gallery.rebuilt();
  }

  @Override
  public void enrol(BiometricReference reference) {
    again(() -> gallery.enrol(reference));
  }

  @Override
  public void enrolAll(List<BiometricReference> references) {
    again(() -> gallery.enrolAll(references));
  }

  @Override
  public CandidateList search(Source source, FaceTemplate probe, int limit) {
    requireComplete();
    return guard.again(() -> gallery.search(source, probe, limit));
  }

  @Override
  public List<CandidateList> searchAll(List<GalleryProbe> probes, int limit) {
    requireComplete();
    return guard.again(() -> gallery.searchAll(probes, limit));
  }

  @Override
  public boolean remove(ReferenceKey key) {
    return guard.once(() -> gallery.remove(key));
  }

  @Override
  public int removeSubject(SubjectKey subject) {
    return guard.once(() -> gallery.removeSubject(subject));
  }

  @Override
  public Optional<GalleryEntry> find(ReferenceKey key) {
    return guard.again(() -> gallery.find(key));
  }

  @Override
  public Map<ReferenceKey, GalleryEntry> findAll(Collection<ReferenceKey> keys) {
    return guard.again(() -> gallery.findAll(keys));
  }

  @Override
  public List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    return guard.again(() -> gallery.page(after, limit));
  }

  @Override
  public Map<Source, Long> sizes() {
    return guard.again(gallery::sizes);
  }

  private void requireComplete() {
    if (!complete.getAsBoolean()) {
      throw new BackendException(
          BackendException.Kind.UNAVAILABLE, "gallery", "the gallery is not filled yet");
    }
  }

  private void again(Runnable change) {
    guard.again(
        () -> {
          change.run();
          return true;
        });
  }
}
