package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.GalleryProbe;
import io.faceservice.application.port.Health;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.search.CandidateList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A gallery on a Milvus server, 2.3 or later, which several services may share.
 *
 * <p>Every read is strongly consistent: it waits until the server has seen all that was written
 * before, for about as long as the server's clock ticks. The index approximates; it is asked for
 * many more faces than are wanted, and scores are always those of the embeddings. A small source is
 * compared in full.
 *
 * <p>{@link #reset} takes effect for this gallery at once, for others when it is {@link #rebuilt}:
 * until then they go on finding what they found, and this one's references are not there after a
 * {@link #close}. A text of creation that is longer than {@value NewCollection#TEXT} bytes cannot
 * be kept, and is an {@link InvalidInputException}.
 */
public final class MilvusGallery implements Gallery {
  private final ModelId model;
  private final int dimension;
  private final GalleryLife life;

  /**
   * Describes a gallery; nothing is connected before {@link #prepare}.
   *
   * @param dimension how many values the model pack's embeddings have
   */
  public MilvusGallery(MilvusSettings settings, ModelId model, int dimension) {
    this.model = model;
    this.dimension = dimension;
    this.life = new GalleryLife(settings, model, dimension);
  }

  @Override
  public void prepare() {
    life.prepare();
  }

  @Override
  public void reset() {
    life.reset();
  }

  @Override
  public Health check() {
    try {
      return Health.up(
          needsRebuild() ? "The gallery needs a rebuild." : "The gallery is open and whole.");
    } catch (BackendException e) {
      return Health.down(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void enrol(BiometricReference reference) {
    enrolAll(List.of(reference));
  }

  @Override
  public void enrolAll(List<BiometricReference> references) {
    references.forEach(this::requireFit);
    OpenGallery gallery = life.open();
    if (!references.isEmpty()) {
      gallery.write(
          faces -> {
            faces.enrolAll(references);
            return faces;
          });
    }
  }

  @Override
  public CandidateList search(Source source, FaceTemplate probe, int limit) {
    return searchAll(List.of(new GalleryProbe(source, probe)), limit).getFirst();
  }

  @Override
  public List<CandidateList> searchAll(List<GalleryProbe> probes, int limit) {
    probes.forEach(probe -> requireOurs(probe.template()));
    requirePositive(limit);
    OpenGallery gallery = life.open();
    Map<Source, List<GalleryProbe>> bySource =
        probes.stream().collect(Collectors.groupingBy(GalleryProbe::source));
    Map<GalleryProbe, CandidateList> found = new HashMap<>();
    bySource.forEach(
        (source, mine) -> {
          var answers =
              gallery
                  .search(source, mine.stream().map(GalleryProbe::template).toList(), limit)
                  .iterator();
          mine.forEach(probe -> found.put(probe, answers.next()));
        });
    return probes.stream().map(found::get).map(Objects::requireNonNull).toList();
  }

  @Override
  public boolean remove(ReferenceKey key) {
    return life.open().write(faces -> faces.remove(key));
  }

  @Override
  public int removeSubject(SubjectKey subject) {
    return life.open().write(faces -> faces.removeSubject(subject));
  }

  @Override
  public Optional<GalleryEntry> find(ReferenceKey key) {
    return life.open().read(faces -> faces.find(key));
  }

  @Override
  public Map<ReferenceKey, GalleryEntry> findAll(Collection<ReferenceKey> keys) {
    return life.open().read(faces -> faces.findAll(keys)).stream()
        .collect(Collectors.toMap(GalleryEntry::key, Function.identity(), (one, same) -> one));
  }

  @Override
  public List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    requirePositive(limit);
    return life.open().read(faces -> faces.page(after, limit));
  }

  @Override
  public Map<Source, Long> sizes() {
    return life.open().read(Faces::sizes);
  }

  @Override
  public boolean needsRebuild() {
    return !life.open().read(Faces::isWhole);
  }

  @Override
  public void rebuilt() {
    life.open().rebuilt();
  }

  @Override
  public void close() {
    life.close();
  }

  private void requireFit(BiometricReference reference) {
    requireOurs(reference.template());
    FaceFields.requireRoom(reference.createdAt());
  }

  private void requireOurs(FaceTemplate template) {
    if (!template.model().equals(model)) {
      throw new IllegalArgumentException(
          "the gallery holds templates of %s, not of %s".formatted(model, template.model()));
    }
    if (template.embedding().dimension() != dimension) {
      throw new IllegalArgumentException(
          "the gallery holds embeddings of %d values, not of %d"
              .formatted(dimension, template.embedding().dimension()));
    }
  }

  private static void requirePositive(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1, not " + limit);
    }
  }
}
