package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Objects;
import org.bson.Document;

/** Counts the changes of the store, from 1: the order of intents, and of the faces' enrolment. */
final class Stamps {
  private static final String ID = "stamp";
  private static final FindOneAndUpdateOptions COUNTED =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

  private final Turns turns = new Turns();

  /** A number larger than all that were given before. */
  long next(Tables tables) {
    return take(tables, 1);
  }

  /** As many such numbers, one after the other; returns the first. */
  long take(Tables tables, int count) {
    return turns.taking(ID, tables.deadline(), () -> count(tables, count)) - count + 1;
  }

  private static long count(Tables tables, long count) {
    try {
      return increment(tables, count);
    } catch (MongoCommandException e) {
      Duplicates.only(e); // two made the counter at once, and one of them lost
      return increment(tables, count);
    }
  }

  private static long increment(Tables tables, long count) {
    Document counted = tables.counters().findOneAndUpdate(eq(ID), inc("value", count), COUNTED);
    return Objects.requireNonNull(counted).getLong("value");
  }
}
