package io.faceservice.application.port;

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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The enrolled references of one model pack, searchable by resemblance.
 *
 * <p>A call that returned is visible to every call that starts after it; a search beside a write
 * sees all of that write's reference or nothing, and misses no other. Identifiers are opaque and
 * compared exactly. Sources never meet: each call looks into one alone. What was enrolled is there
 * again after {@link #close} and {@link #prepare}. Safe for use by many threads.
 *
 * <p>A gallery can be made again from the system of record, and after a crash it may have to be:
 * {@link #needsRebuild} says so. A gallery that holds templates of another model pack, or of
 * another dimension, is not opened: {@link #prepare} throws {@link BackendException} of kind {@code
 * REFUSED}, whose message names the command that mends it. Every other method throws {@link
 * BackendException} when the back end fails, before {@link #prepare}, and after {@link #close}; and
 * {@link IllegalArgumentException} for a template of another model pack or dimension.
 */
public interface Gallery extends Backend {

  /** The command that fills a gallery again, for the messages of galleries that need it. */
  String REBUILD_COMMAND = "face-service restore --re-embed";

  /** Adds the reference, or replaces the one with the same key. */
  void enrol(BiometricReference reference);

  /**
   * Enrols many references, in their order and faster than one by one. A search beside it may see
   * some of them; all are visible when it returns.
   */
  void enrolAll(List<BiometricReference> references);

  /**
   * Finds whom the probe resembles in one source: the {@code limit} nearest subjects, or all if
   * there are fewer, each once with the best of its references. Scores are {@code (cosine + 1) / 2}
   * within 1e-3.
   *
   * @param limit at least 1
   */
  CandidateList search(Source source, FaceTemplate probe, int limit);

  /**
   * Looks for several at once: the same as {@link #search} for each, in their order.
   *
   * @param limit at least 1
   */
  default List<CandidateList> searchAll(List<GalleryProbe> probes, int limit) {
    return probes.stream().map(probe -> search(probe.source(), probe.template(), limit)).toList();
  }

  /** Forgets one reference; returns whether it was there. */
  boolean remove(ReferenceKey key);

  /** Forgets all references of a subject; returns how many there were. */
  int removeSubject(SubjectKey subject);

  /** What is kept under a key, if anything. */
  Optional<GalleryEntry> find(ReferenceKey key);

  /** What is kept under each of these keys; those of which nothing is kept are left out. */
  default Map<ReferenceKey, GalleryEntry> findAll(Collection<ReferenceKey> keys) {
    return keys.stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .collect(Collectors.toMap(GalleryEntry::key, Function.identity(), (one, same) -> one));
  }

  /**
   * Leafs through all references of all sources in an order of the gallery's own that stays the
   * same: whoever asks with the last key of each page as the next {@code after} until a page is
   * empty meets every reference that was there all the while exactly once. The key itself need not
   * be there any more.
   *
   * @param after empty for the first page
   * @param limit at least 1
   */
  List<GalleryEntry> page(Optional<ReferenceKey> after, int limit);

  /** How many references each source has; sources without any are left out. */
  Map<Source, Long> sizes();

  /**
   * Whether references may be missing that were enrolled, or there that were removed, since {@link
   * #prepare} found nothing or found it damaged and began empty. It stays so, across a restart too,
   * until {@link #rebuilt}. Meanwhile everything else works.
   */
  boolean needsRebuild();

  /** Notes that everything in the system of record is enrolled here, and nothing else. */
  void rebuilt();

  /**
   * Forgets everything, whatever model pack made it, and needs a rebuild from then on. The one call
   * that also mends a gallery that {@link #prepare} refuses: it prepares the emptied one. Where
   * several services share a gallery, others may find what it held until {@link #rebuilt}; closed
   * before that, it may hold that again.
   */
  void reset();
}
