package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.faceservice.domain.biometric.SubjectKey;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Changes a subject's document as a whole, or not at all. Who read it before another changed it
 * reads it again: the revision tells.
 */
final class Changes {
  private final Turns turns = new Turns();

  /** What a subject becomes; empty if it stays as it is. */
  interface Change extends Function<Subject, Optional<Subject>> {}

  /** Returns what the subject became, or empty if the change changes nothing. */
  Optional<Subject> change(Tables tables, SubjectKey key, Change change) {
    return turns.taking(key, tables.deadline(), () -> changeInTurn(tables, key, change));
  }

  private static Optional<Subject> changeInTurn(Tables tables, SubjectKey key, Change change) {
    while (true) {
      Document found = tables.subjectsAsTheyAre().find(eq(SubjectIds.of(key))).first();
      Subject before = found == null ? Subject.unknown(key) : SubjectDocuments.read(found);
      Optional<Subject> after = change.apply(before);
      if (after.isEmpty() || write(tables, found, after.get())) {
        return after;
      }
    }
  }

  /** Returns false if the document is not what it was when it was found. */
  private static boolean write(Tables tables, @Nullable Document found, Subject after) {
    if (found == null) {
      return after.isForgotten()
          || Duplicates.insert(tables.subjects(), SubjectDocuments.of(after));
    }
    var asFound =
        and(
            eq(SubjectDocuments.ID, found.getString(SubjectDocuments.ID)),
            eq(
                SubjectDocuments.REVISION,
                (ObjectId) SubjectDocuments.present(found, SubjectDocuments.REVISION)));
    return after.isForgotten()
        ? tables.subjects().deleteOne(asFound).getDeletedCount() == 1
        : tables.subjects().replaceOne(asFound, SubjectDocuments.of(after)).getMatchedCount() == 1;
  }
}
