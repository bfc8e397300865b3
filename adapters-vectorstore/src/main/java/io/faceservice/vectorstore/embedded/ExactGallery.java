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
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A gallery on this machine, one directory for one process.
 *
 * <p>Signs and 8-bit codes lie in memory (some 700 bytes a face in all), embeddings in a file that
 * is mapped. A search scans one source: exactly up to {@value Scan#EXHAUSTIVE} faces, beyond that
 * those nearest by sign bits; the scores it returns are always those of the embeddings. How many
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
  private final Dot dot;
  private final Crews crews;
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private @Nullable OpenGallery open;
  private boolean closed;

  /**
   * Describes a gallery; nothing is read or written before {@link #prepare}.
   *
   * @param directory made if it does not exist
   * @param dimension how many values the model pack's embeddings have
   */
  public ExactGallery(Path directory, ModelId model, int dimension) {
    this(directory, model, dimension, Dot.fastest(), Runtime.getRuntime().availableProcessors());
  }

  ExactGallery(Path directory, ModelId model, int dimension, Dot dot, int threads) {
    this.directory = directory;
    this.model = model;
    this.layout = new Layout(dimension);
    this.dot = dot;
    this.crews = new Crews(threads);
  }

  @Override
  public void prepare() {
    alone(kept -> kept.isPresent() ? kept.get() : OpenGallery.open(directory, model, layout));
  }

  @Override
  public void reset() {
    alone(
        kept -> {
          if (kept.isPresent()) {
            kept.get().release();
          }
          open = null;
          return OpenGallery.openEmptied(directory, model, layout);
        });
  }

  @Override
  public Health check() {
    life.readLock().lock();
    try {
      if (open == null) {
        return Health.down("The gallery is not open.");
      }
      return Health.up(
          open.needsRebuild() ? "The gallery needs a rebuild." : "The gallery is open and whole.");
    } finally {
      life.readLock().unlock();
    }
  }

  @Override
  public void enrol(BiometricReference reference) {
    enrolAll(List.of(reference));
  }

  @Override
  public void enrolAll(List<BiometricReference> references) {
    references.forEach(reference -> requireOurs(reference.template()));
    call(
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
        batch.stream()
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
    return call(
        gallery ->
            gallery
                .partition(source)
                .map(partition -> partition.search(probe.embedding(), limit, dot, crews))
                .orElse(CandidateList.nobody()));
  }

  @Override
  public boolean remove(ReferenceKey key) {
    return call(
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
    return call(
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
    return call(gallery -> gallery.partition(key.source()).flatMap(p -> p.find(Label.ofKey(key))));
  }

  @Override
  public List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    requirePositive(limit);
    return call(gallery -> gallery.page(after, limit));
  }

  @Override
  public Map<Source, Long> sizes() {
    return call(OpenGallery::sizes);
  }

  @Override
  public boolean needsRebuild() {
    return call(OpenGallery::needsRebuild);
  }

  @Override
  public void rebuilt() {
    call(
        gallery -> {
          gallery.rebuilt();
          return gallery;
        });
  }

  @Override
  public void close() {
    life.writeLock().lock();
    try {
      closed = true;
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw GalleryFailures.files(directory, e);
    } finally {
      open = null;
      crews.close();
      life.writeLock().unlock();
    }
  }

  /** What is asked of an open gallery. */
  private interface Call<T> {
    T on(OpenGallery gallery) throws IOException;
  }

  private <T> T call(Call<T> call) {
    life.readLock().lock();
    try {
      if (open == null) {
        throw GalleryFailures.closed();
      }
      return call.on(open);
    } catch (IOException e) {
      throw GalleryFailures.files(directory, e);
    } finally {
      life.readLock().unlock();
    }
  }

  /** How a gallery is opened, given the one that is open already. */
  private interface Opening {
    OpenGallery after(Optional<OpenGallery> kept) throws IOException;
  }

  private void alone(Opening opening) {
    life.writeLock().lock();
    try {
      if (closed) {
        throw GalleryFailures.closed();
      }
      open = opening.after(Optional.ofNullable(open));
    } catch (IOException e) {
      throw GalleryFailures.files(directory, e);
    } finally {
      life.writeLock().unlock();
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
