package io.faceservice.vectorstore.milvus;

import static io.milvus.v2.common.ConsistencyLevel.STRONG;

import com.google.gson.JsonObject;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.vectorstore.milvus.Rows.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The references of one collection. */
final class Faces {
  /** References in one call: some megabytes. */
  private static final int BATCH = 500;

  private final Rows rows;
  private final MilvusVersion version;

  /** Sources of which a note is known to be there. */
  private final Set<Source> noted = ConcurrentHashMap.newKeySet();

  Faces(Rows rows, MilvusVersion version) {
    this.rows = rows;
    this.version = version;
  }

  MilvusVersion version() {
    return version;
  }

  void enrolAll(List<BiometricReference> references) {
    Map<String, BiometricReference> last = new LinkedHashMap<>();
    references.forEach(reference -> last.put(Ids.of(reference.key()), reference));
    note(last.values().stream().map(BiometricReference::source).collect(Collectors.toSet()));
    last.values().stream()
        .collect(Collectors.groupingBy(reference -> version.partitionOf(reference.source())))
        .forEach(this::write);
  }

  private void write(String partition, List<BiometricReference> references) {
    for (int from = 0; from < references.size(); from += BATCH) {
      int to = Math.min(from + BATCH, references.size());
      rows.upsert(partition, references.subList(from, to).stream().map(FaceFields::row).toList());
    }
  }

  /** Before the first face of a source, so that none can be there without its note. */
  private void note(Collection<Source> sources) {
    List<Source> fresh = sources.stream().filter(source -> !noted.contains(source)).toList();
    if (!fresh.isEmpty()) {
      List<JsonObject> notes = new ArrayList<>();
      for (Source source : fresh) {
        notes.add(FaceFields.note(Ids.ofNote(source), source.value(), version.dimension()));
      }
      rows.upsert(MilvusVersion.NOTES, notes);
      noted.addAll(fresh);
    }
  }

  boolean remove(ReferenceKey key) {
    boolean there = find(key).isPresent();
    if (there) {
      rows.delete(version.partitionOf(key.source()), List.of(Ids.of(key)));
    }
    return there;
  }

  int removeSubject(SubjectKey subject) {
    var filter =
        Filters.both(
            Filters.equal(FaceFields.SOURCE, subject.source().value()),
            Filters.equal(FaceFields.SUBJECT, subject.subject().value()));
    List<String> ids =
        rows.all(of(subject.source(), filter), List.of(FaceFields.ID)).stream()
            .map(fields -> FaceFields.text(fields, FaceFields.ID))
            .toList();
    if (!ids.isEmpty()) {
      rows.delete(version.partitionOf(subject.source()), ids);
    }
    return ids.size();
  }

  Optional<GalleryEntry> find(ReferenceKey key) {
    var filter = Filters.oneOf(FaceFields.ID, List.of(Ids.of(key)));
    return rows.all(of(key.source(), filter), FaceFields.ENTRY).stream()
        .findFirst()
        .map(FaceFields::entry);
  }

  List<GalleryEntry> findAll(Collection<ReferenceKey> keys) {
    List<String> ids = keys.stream().map(Ids::of).distinct().toList();
    List<GalleryEntry> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      var filter =
          Filters.oneOf(FaceFields.ID, ids.subList(from, Math.min(from + BATCH, ids.size())));
      rows.all(new Question(version.facePartitions(), filter, STRONG), FaceFields.ENTRY).stream()
          .map(FaceFields::entry)
          .forEach(found::add);
    }
    return found;
  }

  List<GalleryEntry> page(Optional<ReferenceKey> after, int limit) {
    var everything = new Question(version.facePartitions(), "", STRONG);
    int most = Math.min(limit, MilvusSearch.MOST);
    return rows.after(after.map(Ids::of).orElse(""), everything, FaceFields.ENTRY, most).stream()
        .map(FaceFields::entry)
        .toList();
  }

  Map<Source, Long> sizes() {
    Map<Source, Long> sizes = new LinkedHashMap<>();
    for (Source source : sources()) {
      long size = rows.count(of(source, Filters.equal(FaceFields.SOURCE, source.value())));
      if (size > 0) {
        sizes.put(source, size);
      }
    }
    return sizes;
  }

  private List<Source> sources() {
    var notes = new Question(List.of(MilvusVersion.NOTES), "", STRONG);
    var fields = List.of(FaceFields.ID, FaceFields.SOURCE);
    List<Source> sources = new ArrayList<>();
    var page = rows.after("", notes, fields, BATCH);
    while (!page.isEmpty()) {
      page.stream()
          .filter(note -> !FaceFields.text(note, FaceFields.ID).equals(Ids.WHOLE))
          .forEach(note -> sources.add(new Source(FaceFields.text(note, FaceFields.SOURCE))));
      page = rows.after(FaceFields.text(page.getLast(), FaceFields.ID), notes, fields, BATCH);
    }
    return sources;
  }

  boolean isWhole() {
    var filter = Filters.oneOf(FaceFields.ID, List.of(Ids.WHOLE));
    var note = new Question(List.of(MilvusVersion.NOTES), filter, STRONG);
    return !rows.all(note, List.of(FaceFields.ID)).isEmpty();
  }

  void setWhole(boolean whole) {
    if (whole) {
      JsonObject note = FaceFields.note(Ids.WHOLE, "", version.dimension());
      rows.upsert(MilvusVersion.NOTES, List.of(note));
    } else {
      rows.delete(MilvusVersion.NOTES, List.of(Ids.WHOLE));
    }
  }

  private Question of(Source source, String filter) {
    return new Question(List.of(version.partitionOf(source)), filter, STRONG);
  }
}
