package io.faceservice.imagestore.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** What a unique index refused: no failure, but news that another was there before. */
final class Duplicates {
  private Duplicates() {}

  /** Inserts a document, or returns false if its identifier, or another unique key, is taken. */
  static boolean insert(MongoCollection<Document> collection, Document document) {
    try {
      collection.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      only(e);
      return false;
    }
  }

  /** Throws it again unless a unique index said it. */
  static void only(MongoServerException e) {
    boolean duplicate =
        switch (e) {
          case MongoWriteException write ->
              write.getError().getCode() == MongoFailures.DUPLICATE_KEY;
          case MongoCommandException command ->
              command.getErrorCode() == MongoFailures.DUPLICATE_KEY;
          default -> false;
        };
    if (!duplicate) {
      throw e;
    }
  }
}
