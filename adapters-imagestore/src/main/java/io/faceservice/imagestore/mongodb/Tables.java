package io.faceservice.imagestore.mongodb;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** The collections as one call sees them: no command outlasts the call. */
final class Tables {
  static final String SUBJECTS = "face_subjects";
  static final String PLACES = "face_places";
  static final String EVIDENCE = "face_evidence";
  static final String UPLOADS = "face_uploads";
  static final String COUNTERS = "face_counters";

  private final MongoClient client;
  private final MongoDatabase database;
  private final Deadline deadline;

  Tables(MongoClient client, String database, Deadline deadline) {
    this.client = client;
    this.database = client.getDatabase(database);
    this.deadline = deadline;
  }

  Deadline deadline() {
    return deadline;
  }

  /** The database itself, for commands. */
  MongoDatabase database() {
    return database.withTimeout(deadline.remainingMillis(), MILLISECONDS);
  }

  /** Who is enrolled, one document a subject: {@link SubjectDocuments}. */
  MongoCollection<Document> subjects() {
    return named(SUBJECTS);
  }

  /**
   * The same, for who is about to change what it reads: a write by another that is not yet
   * confirmed shows. The revision decides in the end.
   */
  MongoCollection<Document> subjectsAsTheyAre() {
    return subjects().withReadConcern(ReadConcern.LOCAL);
  }

  /** One document for each face, whose {@code _id} is its place in the order of enrolment. */
  MongoCollection<Document> places() {
    return named(PLACES);
  }

  /** Images, in pieces: {@link EvidenceTable}. */
  MongoCollection<Document> evidence() {
    return named(EVIDENCE);
  }

  /** Which images may not belong to any version: those being written, and a crash's. */
  MongoCollection<Document> uploads() {
    return named(UPLOADS);
  }

  /** A few single documents: the last stamp, the schema's version, how far an import came. */
  MongoCollection<Document> counters() {
    return named(COUNTERS);
  }

  /** A collection of the first generation. */
  MongoCollection<Document> old(String databaseName, String collection) {
    return timed(client.getDatabase(databaseName).getCollection(collection));
  }

  private MongoCollection<Document> named(String name) {
    return timed(database.getCollection(name));
  }

  private MongoCollection<Document> timed(MongoCollection<Document> collection) {
    return collection.withTimeout(deadline.remainingMillis(), MILLISECONDS);
  }
}
