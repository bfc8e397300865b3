package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.GalleryProbe;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.search.CandidateList;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** An index with this service's own mapping. */
final class CurrentIndex implements OpenIndex {
  /** References sent in one request; with 512 values each, some three megabytes. */
  private static final int BATCH = 500;

  private static final int PAGE = 1_000;

  private final Cluster cluster;
  private final Generations generations;
  private final Names names;
  private final Stamps stamps;
  private final Writes writes;
  private final Search search;
  private final Listing listing;

  /** Later than all that this process has done, and earlier than all that it has yet to do. */
  private final AtomicLong done;

  private volatile Targets targets;

  CurrentIndex(
      Cluster cluster, Generations generations, Names names, Targets targets, Search search) {
    this.cluster = cluster;
    this.generations = generations;
    this.names = names;
    this.targets = targets;
    this.search = search;
    this.listing = new Listing(cluster);
    this.stamps = new Stamps(InstantSource.system());
    this.writes = new Writes(stamps);
    this.done = new AtomicLong(stamps.next());
  }

  @Override
  public void enrol(BiometricReference reference) {
    writes.now(cluster.call(), targets.written(), List.of(Change.Put.of(reference)));
    note(reference.source());
  }

  private void note(Source changed) {
    done.set(stamps.next());
    search.forget(changed);
  }

  @Override
  public void enrolAll(List<BiometricReference> references) {
    Map<ReferenceKey, BiometricReference> last = new LinkedHashMap<>();
    references.forEach(reference -> last.put(reference.key(), reference));
    Targets now = targets;
    // Beside a pouring service others enrol and remove. What they do after the last page was poured
    // is newer than what the next page holds, so their stamps are to be the later ones.
    long stamp = now.filling() ? done.get() : stamps.next();
    List<BiometricReference> all = new ArrayList<>(last.values());
    for (int from = 0; from < all.size(); from += BATCH) {
      load(now, stamp, all.subList(from, Math.min(from + BATCH, all.size())));
    }
    if (!all.isEmpty()) {
      refresh(now);
      all.forEach(reference -> search.forget(reference.source()));
      done.set(stamps.next());
    }
  }

  private void load(Targets now, long stamp, List<BiometricReference> batch) {
    List<Change> changes = new ArrayList<>();
    batch.forEach(reference -> changes.add(Change.Put.of(reference)));
    List<Change> late = writes.at(stamp, cluster.upkeep(), now.written(), changes);
    if (!now.filling() && !late.isEmpty()) {
      writes.now(cluster.upkeep(), now.written(), late);
    }
  }

  private void refresh(Targets now) {
    JsonNode shards =
        cluster
            .upkeep()
            .ask(
                "POST",
                "/" + String.join(",", now.written()) + "/_refresh",
                Map.of("ignore_unavailable", "true"))
            .require()
            .path("_shards");
    if (shards.path("failed").asInt() > 0 || shards.path("successful").asInt() == 0) {
      throw OpenSearchFailures.refused(503, "refresh failed");
    }
  }

  @Override
  public List<CandidateList> searchAll(List<GalleryProbe> probes, int limit) {
    return search.nearest(cluster.call(), targets.read(), probes, limit);
  }

  @Override
  public CandidateList search(Source source, FaceTemplate probe, int limit) {
    return searchAll(List.of(new GalleryProbe(source, probe)), limit).getFirst();
  }

  @Override
  public boolean remove(ReferenceKey key) {
    int removed = remove(cluster.call(), List.of(DocumentId.of(key)));
    note(key.source());
    return removed > 0;
  }

  @Override
  public int removeSubject(SubjectKey subject) {
    int removed = 0;
    List<String> ids;
    do {
      Rest rest = cluster.call();
      ids = listing.idsOf(rest, targets.read(), subject, PAGE);
      removed += ids.isEmpty() ? 0 : remove(rest, ids);
    } while (ids.size() == PAGE);
    note(subject.source());
    return removed;
  }

  private int remove(Rest rest, List<String> ids) {
    List<Change> changes = new ArrayList<>();
    ids.forEach(id -> changes.add(new Change.Delete(id)));
    return writes.now(rest, listing.behind(rest, targets.written()), changes);
  }

  @Override
  public Optional<GalleryEntry> find(ReferenceKey key) {
    return Optional.ofNullable(findAll(List.of(key)).get(key));
  }

  @Override
  public Map<ReferenceKey, GalleryEntry> findAll(Collection<ReferenceKey> keys) {
    return listing.findAll(targets.read(), keys);
  }

  @Override
  public List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    return listing.page(targets.read(), after, limit);
  }

  @Override
  public Map<Source, Long> sizes() {
    return listing.sizes(targets.read());
  }

  @Override
  public boolean needsRebuild() {
    return !generations.behind(targets.read()).whole();
  }

  @Override
  public void rebuilt() {
    Generation filled = generations.behind(targets.read());
    generations.noteWhole(filled);
    if (!targets.read().equals(names.live())) {
      generations.install(
          filled.index(), generations.all().stream().filter(g -> g.isLive(names)).toList());
    }
    targets = Targets.live(names, false);
  }

  @Override
  public String describe() {
    return targets.filling()
        ? "OpenSearch answers; the gallery is not whole yet."
        : "OpenSearch answers.";
  }

  @Override
  public void probe() {
    search.probe(cluster.call(), targets.read());
  }
}
