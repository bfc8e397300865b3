package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import io.faceservice.application.port.BackendException.Kind;
import java.util.function.Supplier;
import org.bson.Document;

/** The collections' version and indexes, made where they are missing. */
final class Schema {
  /** The version this program reads and writes. */
  static final int VERSION = 1;

  private static final String ID = "schema";

  private Schema() {}

  /**
   * @param tables gives each step its own time
   */
  static void prepare(Supplier<Tables> tables) {
    refuseLater(tables.get());
    var unique = new IndexOptions().unique(true);
    String source = SubjectDocuments.SOURCE;
    tables.get().subjects().createIndex(ascending(source, SubjectDocuments.PERSON), unique);
    tables.get().subjects().createIndex(ascending(SubjectDocuments.REFERENCES, source));
    tables.get().subjects().createIndex(ascending(SubjectDocuments.UNFINISHED));
    tables.get().places().createIndex(ascending(source, SubjectDocuments.ID));
    tables.get().evidence().createIndex(EvidenceTable.IN_ORDER, unique);
    note(tables.get());
  }

  private static void refuseLater(Tables tables) {
    Document found = tables.counters().find(eq(ID)).first();
    if (found != null && found.getInteger("version") > VERSION) {
      throw MongoFailures.failure(
          Kind.REFUSED,
          "the image store's MongoDB was written by a later version of this program (schema %d, not %d)"
              .formatted(found.getInteger("version"), VERSION));
    }
  }

  private static void note(Tables tables) {
    if (tables.counters().find(eq(ID)).first() == null) {
      try {
        tables.counters().insertOne(new Document("_id", ID).append("version", VERSION));
      } catch (MongoWriteException e) {
        Duplicates.only(e); // another process was as quick
      }
    }
  }
}
