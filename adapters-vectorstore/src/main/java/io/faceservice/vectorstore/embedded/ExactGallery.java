package io.faceservice.vectorstore.embedded;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.Health;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.search.CandidateList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A gallery on this machine, one directory for one process.
 *
 * <p>Bits and codes lie in memory (some 640 bytes a face in all), embeddings in a file that is
 * mapped. A search scans one source: exactly up to {@value Scan#EXHAUSTIVE} faces, beyond that
 * those nearest by their bits; the scores it returns are always those of the embeddings. How many
 * scan at once is the number of processors; a search that is alone uses them all.
 *
 * <p>It is saved when it is closed. A process that dies after a change leaves a gallery that begins
 * empty and {@linkplain #needsRebuild needs a rebuild}: durability is the image store's part.
 */
public final class ExactGallery implements Gallery {
  /** References encoded between two writes, so that searches wait little. */
  private static final int BATCH = 256;

  private final Path directory;
  private final ModelId model;
  private final Layout layout;
  private final Kernels kernels;
  private final Crews crews;
  private final GalleryLife life;

  /**
   * Describes a gallery; nothing is read or written before {@link #prepare}.
   *
   * @param directory made if it does not exist
   * @param dimension how many values the model pack's embeddings have
   */
  public ExactGallery(Path directory, ModelId model, int dimension) {
    this(
        directory, model, dimension, Kernels.fastest(), Runtime.getRuntime().availableProcessors());
  }

  ExactGallery(Path directory, ModelId model, int dimension, Kernels kernels, int threads) {
    this.directory = directory;
    this.model = model;
    this.layout = new Layout(dimension);
    this.kernels = kernels;
    this.crews = new Crews(threads);
    this.life = new GalleryLife(directory);
  }

  @Override
  public void prepare() {
    life.prepare(() -> OpenGallery.open(directory, model, layout));
  }

  @Override
  public void reset() {
    life.replace(() -> OpenGallery.openEmptied(directory, model, layout));
  }

  @Override
  public Health check() {
    return life.check();
  }

  @Override
  public void enrol(BiometricReference reference) {
    enrolAll(List.of(reference));
  }

  @Override
  public void enrolAll(List<BiometricReference> references) {
    references.forEach(reference -> requireOurs(reference.template()));
    life.call(
        gallery -> {
          gallery.changing();
          for (int from = 0; from < references.size(); from += BATCH) {
            int to = Math.min(from + BATCH, references.size());
            enrol(gallery, references.subList(from, to));
          }
          return references.size();
        });
  }

  private void enrol(OpenGallery gallery, List<BiometricReference> batch) throws IOException {
    Map<Source, List<EncodedFace>> bySource =
        batch.parallelStream()
            .collect(
                Collectors.groupingBy(
                    BiometricReference::source,
                    Collectors.mapping(
                        reference -> new EncodedFace(reference, layout), Collectors.toList())));
    for (var each : bySource.entrySet()) {
      gallery.orNew(each.getKey()).enrol(each.getValue());
    }
  }

  @Override
  public CandidateList search(Source source, FaceTemplate probe, int limit) {
    requireOurs(probe);
    requirePositive(limit);
    return life.call(
        gallery ->
            gallery
                .partition(source)
                .map(partition -> partition.search(probe.embedding(), limit, kernels, crews))
                .orElse(CandidateList.nobody()));
  }

  @Override
  public boolean remove(ReferenceKey key) {
    return life.call(
        gallery -> {
          gallery.changing();
          return gallery
              .partition(key.source())
              .map(partition -> partition.remove(Label.ofKey(key)))
              .orElse(false);
        });
  }

  @Override
  public int removeSubject(SubjectKey subject) {
    return life.call(
        gallery -> {
          gallery.changing();
          return gallery
              .partition(subject.source())
              .map(partition -> partition.removeSubject(subject.subject()))
              .orElse(0);
        });
  }

  @Override
  public Optional<GalleryEntry> find(ReferenceKey key) {
    return life.call(
        gallery -> gallery.partition(key.source()).flatMap(p -> p.find(Label.ofKey(key))));
  }

  @Override
  public List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    requirePositive(limit);
    return life.call(gallery -> gallery.page(after, limit));
  }

  @Override
  public Map<Source, Long> sizes() {
    return life.call(OpenGallery::sizes);
  }

  @Override
  public boolean needsRebuild() {
    return life.call(OpenGallery::needsRebuild);
  }

  @Override
  public void rebuilt() {
    life.call(
        gallery -> {
          gallery.rebuilt();
          return gallery;
        });
  }

  @Override
  public void close() {
    try {
      life.close();
    } finally {
      crews.close();
    }
  }

  private void requireOurs(FaceTemplate template) {
    if (!template.model().equals(model)) {
      throw new IllegalArgumentException(
          "the gallery holds templates of %s, not of %s".formatted(model, template.model()));
    }
    if (template.embedding().dimension() != layout.dimension()) {
      throw new IllegalArgumentException(
          "the gallery holds embeddings of %d values, not of %d"
              .formatted(layout.dimension(), template.embedding().dimension()));
    }
  }

  private static void requirePositive(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1, not " + limit);
    }
  }
}
