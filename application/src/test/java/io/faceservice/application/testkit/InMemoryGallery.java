package io.faceservice.application.testkit;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.Health;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import io.faceservice.domain.search.CandidateList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A gallery that compares the probe with every reference, one call at a time. */
public final class InMemoryGallery implements Gallery {

  /** What outlives a gallery that is closed: the disk of the fake. */
  public static final class Storage {
    private final NavigableMap<ReferenceKey, BiometricReference> references =
        new TreeMap<>(
            Comparator.comparing((ReferenceKey key) -> key.source().value())
                .thenComparing(key -> key.subject().value())
                .thenComparing(key -> key.reference().value()));
    private Optional<String> identity = Optional.empty();
    private boolean needsRebuild = true;
  }

  private final Storage storage;
  private final ModelId model;
  private final int dimension;
  private boolean open;
  private boolean closed;

  public InMemoryGallery(Storage storage, ModelId model, int dimension) {
    this.storage = storage;
    this.model = model;
    this.dimension = dimension;
  }

  @Override
  public synchronized void prepare() {
    requireNotClosed();
    String wanted = model + " of " + dimension;
    String kept = storage.identity.orElse(wanted);
    if (!kept.equals(wanted)) {
      throw failure(Kind.REFUSED, "The gallery holds " + kept + ": " + REBUILD_COMMAND);
    }
    storage.identity = Optional.of(wanted);
    open = true;
  }

  @Override
  public synchronized Health check() {
    return open ? Health.up("open") : Health.down("not open");
  }

  @Override
  public synchronized void close() {
    open = false;
    closed = true;
  }

  @Override
  public synchronized void enrol(BiometricReference reference) {
    requireOpen();
    requireOurs(reference.template());
    storage.references.put(reference.key(), reference);
  }

  @Override
  public synchronized void enrolAll(List<BiometricReference> references) {
    requireOpen();
    references.forEach(reference -> requireOurs(reference.template()));
    references.forEach(this::enrol);
  }

  @Override
  public synchronized CandidateList search(Source source, FaceTemplate probe, int limit) {
    requireOpen();
    requireOurs(probe);
    List<Candidate> faces =
        storage.references.values().stream()
            .filter(reference -> reference.source().equals(source))
            .map(reference -> candidate(probe, reference))
            .toList();
    return CandidateList.ranked(faces, limit);
  }

  private static Candidate candidate(FaceTemplate probe, BiometricReference reference) {
    return new Candidate(
        reference.key(), reference.createdAt(), Similarity.of(probe, reference.template()));
  }

  @Override
  public synchronized boolean remove(ReferenceKey key) {
    requireOpen();
    return storage.references.remove(key) != null;
  }

  @Override
  public synchronized int removeSubject(SubjectKey subject) {
    requireOpen();
    int before = storage.references.size();
    storage.references.keySet().removeIf(key -> key.subjectKey().equals(subject));
    return before - storage.references.size();
  }

  @Override
  public synchronized Optional<GalleryEntry> find(ReferenceKey key) {
    requireOpen();
    return Optional.ofNullable(storage.references.get(key)).map(GalleryEntry::of);
  }

  @Override
  public synchronized List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    requireOpen();
    if (limit < 1) {
      throw new IllegalArgumentException("a page has room for one or more");
    }
    return after
        .map(key -> storage.references.tailMap(key, false))
        .orElse(storage.references)
        .values()
        .stream()
        .limit(limit)
        .map(GalleryEntry::of)
        .toList();
  }

  @Override
  public synchronized Map<Source, Long> sizes() {
    requireOpen();
    return storage.references.keySet().stream()
        .collect(Collectors.groupingBy(ReferenceKey::source, Collectors.counting()));
  }

  @Override
  public synchronized boolean needsRebuild() {
    requireOpen();
    return storage.needsRebuild;
  }

  @Override
  public synchronized void rebuilt() {
    requireOpen();
    storage.needsRebuild = false;
  }

  @Override
  public synchronized void reset() {
    requireNotClosed();
    storage.references.clear();
    storage.identity = Optional.empty();
    storage.needsRebuild = true;
    prepare();
  }

  private void requireOpen() {
    if (!open) {
      throw failure(Kind.UNAVAILABLE, "The gallery is not open.");
    }
  }

  private void requireNotClosed() {
    if (closed) {
      throw failure(Kind.UNAVAILABLE, "The gallery is closed.");
    }
  }

  private void requireOurs(FaceTemplate template) {
    if (!template.model().equals(model) || template.embedding().dimension() != dimension) {
      throw new IllegalArgumentException("a template of another model pack or dimension");
    }
  }

  private static BackendException failure(Kind kind, String message) {
    return new BackendException(kind, "gallery", message);
  }
}
