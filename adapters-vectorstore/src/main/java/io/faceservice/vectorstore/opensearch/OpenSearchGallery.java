package io.faceservice.vectorstore.opensearch;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.GalleryProbe;
import io.faceservice.application.port.Health;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.search.CandidateList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A gallery on an OpenSearch cluster, 2.x or 3.x, with the k-NN plugin; several services may share
 * it.
 *
 * <p>Up to a number of faces in a source, a search compares them all; beyond, it asks a graph
 * (HNSW) that approximates. Scores are always those of the embeddings. At most 10,000 candidates
 * are named, and a page holds no more.
 *
 * <p>{@link #reset} makes an index beside the one that is searched, if that one is whole: other
 * services search the old one, and write to both, until {@link #rebuilt} puts the new one in its
 * place. An index of the service's first generation is searched and not written to.
 */
public final class OpenSearchGallery implements Gallery {
  private final OpenSearchSettings settings;
  private final Packing packing;
  private @Nullable Cluster cluster;
  private volatile @Nullable OpenIndex open;
  private boolean closed;

  /**
   * Describes a gallery; no connection is made before {@link #prepare}.
   *
   * @param dimension how many values the model pack's embeddings have
   */
  public OpenSearchGallery(OpenSearchSettings settings, ModelId model, int dimension) {
    this.settings = settings;
    this.packing = new Packing(model, dimension);
  }

  @Override
  public synchronized void prepare() {
    if (open == null) {
      open = opening().open();
    }
  }

  @Override
  public synchronized void reset() {
    Opening opening = opening();
    open = null;
    open = opening.openEmptied();
  }

  private Opening opening() {
    if (closed) {
      throw OpenSearchFailures.closed();
    }
    Cluster reached = cluster;
    if (reached == null) {
      reached = new Cluster(settings.server(), settings.patience());
      cluster = reached;
    }
    return new Opening(reached, settings, packing);
  }

  @Override
  public Health check() {
    OpenIndex index = open;
    if (index == null) {
      return Health.down("The gallery is not open.");
    }
    try {
      index.probe();
      return Health.up(index.describe());
    } catch (BackendException e) {
      return Health.down(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    open = null;
    if (cluster != null) {
      cluster.close();
      cluster = null;
    }
  }

  @Override
  public void enrol(BiometricReference reference) {
    OpenIndex index = requireOpen();
    packing.requireOurs(reference.template());
    index.enrol(reference);
  }

  @Override
  public void enrolAll(List<BiometricReference> references) {
    OpenIndex index = requireOpen();
    references.forEach(reference -> packing.requireOurs(reference.template()));
    index.enrolAll(references);
  }

  @Override
  public CandidateList search(Source source, FaceTemplate probe, int limit) {
    OpenIndex index = requireOpen();
    packing.requireOurs(probe);
    requirePositive(limit);
    return index.search(source, probe, limit);
  }

  @Override
  public List<CandidateList> searchAll(List<GalleryProbe> probes, int limit) {
    OpenIndex index = requireOpen();
    probes.forEach(probe -> packing.requireOurs(probe.template()));
    requirePositive(limit);
    return probes.isEmpty() ? List.of() : index.searchAll(probes, limit);
  }

  @Override
  public boolean remove(ReferenceKey key) {
    return requireOpen().remove(key);
  }

  @Override
  public int removeSubject(SubjectKey subject) {
    return requireOpen().removeSubject(subject);
  }

  @Override
  public Optional<GalleryEntry> find(ReferenceKey key) {
    return requireOpen().find(key);
  }

  @Override
  public Map<ReferenceKey, GalleryEntry> findAll(Collection<ReferenceKey> keys) {
    OpenIndex index = requireOpen();
    return keys.isEmpty() ? Map.of() : index.findAll(keys);
  }

  @Override
  public List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    OpenIndex index = requireOpen();
    requirePositive(limit);
    return index.page(after, limit);
  }

  @Override
  public Map<Source, Long> sizes() {
    return requireOpen().sizes();
  }

  @Override
  public boolean needsRebuild() {
    return requireOpen().needsRebuild();
  }

  @Override
  public void rebuilt() {
    requireOpen().rebuilt();
  }

  private OpenIndex requireOpen() {
    OpenIndex index = open;
    if (index == null) {
      throw OpenSearchFailures.closed();
    }
    return index;
  }

  private static void requirePositive(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1, not " + limit);
    }
  }
}
