package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.ReplaceOptions;
import io.faceservice.domain.biometric.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters the first generation's people among the subjects, where they are then found like any
 * other. Their documents are read and not touched; their pictures stay in them until their person
 * is enrolled again or removed. It goes on where it was interrupted.
 */
final class OldImport {
  private static final Logger LOG = LoggerFactory.getLogger(OldImport.class);
  private static final int BATCH = 20;

  /** What makes the documents large, and is not needed to find anybody. */
  private static final Bson WITHOUT_PICTURES =
      exclude("data.image", "data.liveness", "data.face_liveness");

  private final OldPeople people;
  private final OldEntries entries;

  OldImport(OldPeople people, OldEntries entries) {
    this.people = people;
    this.entries = entries;
  }

  /**
   * @param tables gives each step its own time
   */
  void run(Supplier<Tables> tables) {
    for (String database : people.databases()) {
      try {
        int entered = 0;
        for (int more = step(tables, database); more > 0; ) {
          entered += more;
          LOG.info("Found {} people of the first generation in {} so far", entered, database);
          more = step(tables, database);
        }
      } catch (MongoCommandException e) {
        if (e.getErrorCode() != MongoFailures.UNAUTHORIZED) {
          throw e;
        }
        LOG.warn("The user of MongoDB may not read {}: nobody is looked for there", database);
      }
    }
  }

  /** Enters some more people; returns how many documents it met. */
  private int step(Supplier<Tables> tables, String database) {
    String progress = "old:" + database;
    List<Document> documents = next(tables.get(), progress, database);
    if (!documents.isEmpty()) {
      List<OldEntries.Entry> whole =
          documents.stream().flatMap(document -> whole(database, document).stream()).toList();
      entries.enter(tables.get(), whole);
      entries.takeBack(tables.get(), gone(tables.get(), database, whole));
      Object last = SubjectDocuments.present(documents.getLast(), "_id");
      tables
          .get()
          .counters()
          .replaceOne(
              eq(progress),
              new Document("_id", progress).append("last", last),
              new ReplaceOptions().upsert(true));
    }
    return documents.size();
  }

  private List<Document> next(Tables tables, String progress, String database) {
    Document before = tables.counters().find(eq(progress)).first();
    Bson rest =
        before == null ? new Document() : gt("_id", SubjectDocuments.present(before, "last"));
    return tables
        .old(database, people.collection())
        .find(rest)
        .projection(WITHOUT_PICTURES)
        .sort(ascending("_id"))
        .limit(BATCH)
        .into(new ArrayList<>());
  }

  private Optional<OldEntries.Entry> whole(String database, Document document) {
    Object id = SubjectDocuments.present(document, "_id");
    try {
      return Optional.of(
          new OldEntries.Entry(
              new OldPlace(database, id), OldDocument.read(document, people.model())));
    } catch (IllegalArgumentException | InvalidInputException | ClassCastException e) {
      UUID hash = UUID.nameUUIDFromBytes(id.toString().getBytes(UTF_8));
      LOG.warn(
          "A document of {}.{} is broken and left out; the MD5 of its _id is {}",
          database,
          people.collection(),
          hash);
      return Optional.empty();
    }
  }

  /** Those whose document another process deleted, with its person, while they were entered. */
  private List<OldEntries.Entry> gone(
      Tables tables, String database, List<OldEntries.Entry> entered) {
    List<Object> ids = entered.stream().map(entry -> entry.place().id()).toList();
    Set<Object> there = new HashSet<>();
    for (Document document :
        tables.old(database, people.collection()).find(in("_id", ids)).projection(include("_id"))) {
      there.add(SubjectDocuments.present(document, "_id"));
    }
    return entered.stream().filter(entry -> !there.contains(entry.place().id())).toList();
  }
}
