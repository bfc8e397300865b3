package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Writes people of the first generation among the subjects, many at a time. */
final class OldEntries {
  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private final Stamps stamps;
  private final Changes changes;

  OldEntries(Stamps stamps, Changes changes) {
    this.stamps = stamps;
    this.changes = changes;
  }

  /** A person, and the document they were found in. */
  record Entry(OldPlace place, OldDocument person) {
    SubjectKey subject() {
      return person.key().subjectKey();
    }

    Subject at(long stamp) {
      List<Version> versions =
          person.versions().stream()
              .map(face -> new Version(face, List.of(), "", Version.IN_OLD_DOCUMENT))
              .toList();
      var face = new Face(person.key(), stamp, versions.getFirst().number(), versions);
      return new Subject(subject(), List.of(face), List.of(), Debris.NONE, List.of(place));
    }
  }

  /** Enters who is not there. Who is there is left as they are, but for a note of the document. */
  void enter(Tables tables, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Set<String> taken = known(tables, entries);
    List<Entry> known = new ArrayList<>();
    List<Entry> unknown = new ArrayList<>();
    for (Entry entry : entries) {
      (taken.add(SubjectIds.of(entry.subject())) ? unknown : known).add(entry);
    }
    if (!insert(tables, unknown)) {
      known.addAll(0, unknown); // some of them were entered by another process meanwhile
    }
    known.forEach(entry -> note(tables, entry));
  }

  private static Set<String> known(Tables tables, List<Entry> entries) {
    List<String> ids = entries.stream().map(entry -> SubjectIds.of(entry.subject())).toList();
    Set<String> known = new HashSet<>();
    for (Document found :
        tables.subjectsAsTheyAre().find(in("_id", ids)).projection(include("_id"))) {
      known.add(found.getString("_id"));
    }
    return known;
  }

  private boolean insert(Tables tables, List<Entry> entries) {
    if (entries.isEmpty()) {
      return true;
    }
    long stamp = stamps.take(tables, entries.size());
    List<Document> places = new ArrayList<>();
    List<Document> subjects = new ArrayList<>();
    for (Entry entry : entries) {
      places.add(Places.document(stamp, entry.subject()));
      subjects.add(SubjectDocuments.of(entry.at(stamp++)));
    }
    try {
      tables.places().insertMany(places, UNORDERED);
      tables.subjects().insertMany(subjects, UNORDERED);
      return true;
    } catch (MongoBulkWriteException e) {
      if (e.getWriteErrors().stream()
          .anyMatch(error -> error.getCode() != MongoFailures.DUPLICATE_KEY)) {
        throw e;
      }
      return false;
    }
  }

  private void note(Tables tables, Entry entry) {
    changes.change(tables, entry.subject(), before -> noted(tables, before, entry));
  }

  private Optional<Subject> noted(Tables tables, Subject before, Entry entry) {
    if (before.old().contains(entry.place())
        || before.debris().documents().contains(entry.place())) {
      return Optional.empty();
    }
    if (before.isForgotten()) {
      long stamp = stamps.next(tables);
      Duplicates.insert(tables.places(), Places.document(stamp, entry.subject()));
      return Optional.of(entry.at(stamp));
    }
    return Optional.of(before.alsoIn(entry.place()));
  }

  /** Removes whom another process removed while they were entered here. */
  void takeBack(Tables tables, List<Entry> entries) {
    for (Entry entry : entries) {
      changes.change(
          tables,
          entry.subject(),
          before ->
              before.old().contains(entry.place())
                  ? before.removed(face -> true, stamps.next(tables))
                  : Optional.empty());
    }
  }
}
