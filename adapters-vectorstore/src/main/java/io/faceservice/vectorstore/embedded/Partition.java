package io.faceservice.vectorstore.embedded;

import io.faceservice.application.port.GalleryEntry;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.search.CandidateList;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * All faces of one source. Many search at once; a write waits for the searches under way and is
 * short, so that no search sees half of it. Safe for use by many threads.
 */
final class Partition implements AutoCloseable {
  private final Source source;
  private final VectorFile vectors;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Roster roster = new Roster();
  private final Faces faces;
  private final FaceBits bits;

  /** How many faces there are, for those who do not hold the lock. */
  private volatile int size;

  Partition(Source source, Layout layout, VectorFile vectors) {
    this.source = source;
    this.vectors = vectors;
    this.faces = new Faces(layout);
    this.bits = new FaceBits(faces);
  }

  void enrol(List<EncodedFace> batch) throws IOException {
    lock.writeLock().lock();
    try {
      for (EncodedFace face : batch) {
        enrol(face);
      }
    } finally {
      size = roster.size();
      lock.writeLock().unlock();
    }
  }

  private void enrol(EncodedFace face) throws IOException {
    int position = roster.find(face.key());
    if (position >= 0) {
      roster.replace(position, face.label());
      write(position, faces.record(position), face);
    } else {
      int record = vectors.allocate();
      roster.append(face.label());
      write(faces.append(), record, face);
    }
  }

  private void write(int position, int record, EncodedFace face) {
    vectors.write(record, face.vector());
    faces.write(position, face.code(), record, face.checksum());
    bits.written(position, face.code());
  }

  boolean remove(byte[] key) {
    lock.writeLock().lock();
    try {
      int position = roster.find(key);
      if (position >= 0) {
        removeAt(position);
      }
      return position >= 0;
    } finally {
      lock.writeLock().unlock();
    }
  }

  int removeSubject(SubjectId subject) {
    byte[] start = Label.ofSubject(subject);
    lock.writeLock().lock();
    try {
      int removed = 0;
      for (int position = roster.find(start); position >= 0; position = roster.find(start)) {
        removeAt(position);
        removed++;
      }
      return removed;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void removeAt(int position) {
    int record = faces.record(position);
    roster.remove(position);
    faces.remove(position);
    vectors.free(record);
    size = roster.size();
  }

  /** Waits for its turn before it locks, so that no write waits for a search that waits. */
  CandidateList search(Embedding probe, int limit, Kernels kernels, Crews crews) {
    Code code = Code.ofProbe(probe.toArray(), faces.layout());
    try (Crew crew = crews.assemble(Scan.isLarge(size))) {
      lock.readLock().lock();
      try {
        var scan = new Scan(faces, code, kernels.dot(), crew);
        Shortlist shortlist =
            faces.size() > Scan.EXHAUSTIVE
                ? scan.some(new Sift(faces, bits.probe(code), kernels.bits()).nearest(crew))
                : scan.all();
        return new Rescore(source, roster, faces, vectors).best(shortlist, probe, limit);
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  int size() {
    return size;
  }

  Source source() {
    return source;
  }

  Optional<GalleryEntry> find(byte[] key) {
    lock.readLock().lock();
    try {
      int position = roster.find(key);
      return position < 0 ? Optional.empty() : Optional.of(entry(roster.label(position)));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The next entries of this source, after a key of its own or from the first. */
  List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    lock.readLock().lock();
    try {
      List<byte[]> labels =
          after
              .map(key -> roster.after(Label.ofKey(key), limit))
              .orElseGet(() -> roster.first(limit));
      return labels.stream().map(this::entry).toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  private GalleryEntry entry(byte[] label) {
    ReferenceKey key = Label.key(source, label);
    int position = roster.find(Label.ofKey(key));
    return new GalleryEntry(key, Label.createdAt(label), faces.checksum(position));
  }

  void save(DataOutputStream out) throws IOException {
    bits.save(out);
    FacesFile.save(faces, out);
    for (int position = 0; position < roster.size(); position++) {
      byte[] label = roster.label(position);
      out.writeInt(label.length);
      out.write(label);
    }
  }

  /** Reads what {@link #save} wrote into a partition that is empty. */
  void restore(DataInputStream in) throws IOException {
    bits.restore(in);
    FacesFile.restore(faces, in);
    for (int position = 0; position < faces.size(); position++) {
      roster.append(in.readNBytes(in.readInt()));
      if (!vectors.claim(faces.record(position))) {
        throw new IOException("a face has no vector of its own");
      }
    }
    size = roster.size();
  }

  @Override
  public void close() {
    faces.close();
  }
}
