package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Deletes what no subject refers to. */
final class Sweep {
  /** Far longer than any call takes, and than clocks differ. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private Sweep() {}

  /** Deletes what a subject's document says it no longer refers to. */
  static void delete(Tables tables, String oldCollection, Debris debris) {
    EvidenceTable.delete(tables, debris.uploads());
    if (!debris.places().isEmpty()) {
      tables.places().deleteMany(in("_id", debris.places()));
    }
    for (OldPlace place : debris.documents()) {
      tables.old(place.database(), oldCollection).deleteOne(eq(place.id()));
    }
  }

  /** Deletes what a process wrote for a version and died before it wrote the version. */
  static void deleteAbandoned(Tables tables, Instant now) {
    Instant before = now.minus(ABANDONED);
    List<Document> notes =
        tables.uploads().find(lt("at", before)).limit(100).into(new ArrayList<>());
    for (Document note : notes) {
      String upload = note.getString("_id");
      String id = note.getString("subject");
      Document found = tables.subjectsAsTheyAre().find(eq(id)).first();
      List<Face> faces = found == null ? List.of() : SubjectDocuments.read(found).faces();
      if (faces.stream().flatMap(Face::uploads).noneMatch(upload::equals)) {
        EvidenceTable.delete(tables, List.of(upload));
        List<Long> used = faces.stream().map(Face::place).toList();
        tables.places().deleteMany(and(eq("subject", id), lt("at", before), nin("_id", used)));
      }
      EvidenceTable.claimed(tables, List.of(upload));
    }
  }
}
