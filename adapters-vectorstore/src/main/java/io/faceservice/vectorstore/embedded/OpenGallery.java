package io.faceservice.vectorstore.embedded;

import io.faceservice.application.port.GalleryEntry;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gallery's files and memory from opening to closing. Safe for use by many threads. */
final class OpenGallery {
  private static final Logger log = LoggerFactory.getLogger(ExactGallery.class);

  private final GalleryFiles files;
  private final VectorFile vectors;
  private final Layout layout;
  private final Map<Source, Partition> partitions = new ConcurrentHashMap<>();
  private volatile boolean needsRebuild;

  private OpenGallery(GalleryFiles files, VectorFile vectors, Layout layout) {
    this.files = files;
    this.vectors = vectors;
    this.layout = layout;
  }

  /** Opens what a directory keeps; whatever is missing or damaged there makes it begin empty. */
  static OpenGallery open(Path directory, ModelId model, Layout layout) throws IOException {
    GalleryFiles files = GalleryFiles.lock(directory);
    try {
      files.identify(model, layout.dimension());
      Optional<OpenGallery> kept = restored(files, layout);
      return kept.isPresent() ? kept.get() : empty(files, layout);
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  private static Optional<OpenGallery> restored(GalleryFiles files, Layout layout)
      throws IOException {
    if (!Files.exists(files.snapshot())) {
      log.warn("The gallery was not closed, or never was: it begins empty.");
      return Optional.empty();
    }
    var gallery = new OpenGallery(files, new VectorFile(files.vectors(), layout), layout);
    try {
      gallery.load();
      return Optional.of(gallery);
    } catch (IOException | IllegalArgumentException | InvalidInputException e) {
      log.warn("The gallery's snapshot is damaged: it begins empty.", e);
      gallery.vectors.close();
      return Optional.empty();
    }
  }

  private void load() throws IOException {
    Snapshot snapshot =
        Snapshot.load(files.snapshot(), source -> new Partition(source, layout, vectors));
    snapshot.partitions().forEach(each -> partitions.put(each.source(), each));
    needsRebuild = snapshot.needsRebuild();
    files.standing();
  }

  private static OpenGallery empty(GalleryFiles files, Layout layout) throws IOException {
    Files.deleteIfExists(files.snapshot());
    Files.deleteIfExists(files.vectors());
    var gallery = new OpenGallery(files, new VectorFile(files.vectors(), layout), layout);
    gallery.needsRebuild = true;
    return gallery;
  }

  /** Opens a directory emptied of whatever it kept. */
  static OpenGallery openEmptied(Path directory, ModelId model, Layout layout) throws IOException {
    try (GalleryFiles files = GalleryFiles.lock(directory)) {
      files.erase();
    }
    return open(directory, model, layout);
  }

  Layout layout() {
    return layout;
  }

  boolean needsRebuild() {
    return needsRebuild;
  }

  void rebuilt() throws IOException {
    files.changing();
    needsRebuild = false;
  }

  /** To be called before anything is changed. */
  void changing() throws IOException {
    files.changing();
  }

  Partition orNew(Source source) {
    return partitions.computeIfAbsent(source, s -> new Partition(s, layout, vectors));
  }

  Optional<Partition> partition(Source source) {
    return Optional.ofNullable(partitions.get(source));
  }

  Map<Source, Long> sizes() {
    return partitions.values().stream()
        .filter(partition -> partition.size() > 0)
        .collect(Collectors.toMap(Partition::source, partition -> (long) partition.size()));
  }

  /** The entries after a key: source by source in the order of their names. */
  List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    List<GalleryEntry> page = new ArrayList<>();
    for (Partition partition : from(after.map(key -> key.source().value()).orElse(""))) {
      Optional<ReferenceKey> own = after.filter(key -> key.source().equals(partition.source()));
      page.addAll(partition.page(own, limit - page.size()));
      if (page.size() == limit) {
        break;
      }
    }
    return page;
  }

  private Collection<Partition> from(String source) {
    NavigableMap<String, Partition> sorted = new TreeMap<>();
    partitions.forEach((key, partition) -> sorted.put(key.value(), partition));
    return sorted.tailMap(source, true).values();
  }

  /** Saves everything and lets go of it. Without the save, the next opening needs a rebuild. */
  void close() throws IOException {
    try {
      if (!files.unchanged()) {
        vectors.force();
        Snapshot.save(files.draft(), partitions.values(), needsRebuild);
        files.publish();
      }
    } finally {
      release();
    }
  }

  /** Lets go of everything without saving it. */
  void release() throws IOException {
    partitions.values().forEach(Partition::close);
    vectors.close();
    files.close();
  }
}
