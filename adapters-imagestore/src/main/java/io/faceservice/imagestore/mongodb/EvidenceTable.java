package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.domain.biometric.FaceImage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * Images and liveness reports, as binary pieces that fit any document. An upload is written before
 * the version that refers to it, and noted before that, so that what a crash leaves is found.
 */
final class EvidenceTable {
  private static final String UPLOAD = "upload";
  private static final String PART = "part";
  private static final String PIECE = "piece";

  /** The pieces of an upload, and the parts they are of, in their order. */
  static final Bson IN_ORDER = ascending(UPLOAD, PART, PIECE);

  /** Far below the most that a document holds. */
  private static final int PIECE_BYTES = 4 << 20;

  /** How many pieces travel in one message, which holds three times the most of a document. */
  private static final int PIECES_AT_ONCE = 4;

  private EvidenceTable() {}

  /** Writes the evidence and returns where; {@link #claimed} ends the upload. */
  static String upload(Tables tables, String subject, Evidence evidence) {
    String upload = new ObjectId().toHexString();
    tables
        .uploads()
        .insertOne(
            new Document("_id", upload).append("subject", subject).append("at", Instant.now()));
    List<Document> pieces = new ArrayList<>();
    int part = 0;
    addPieces(pieces, upload, part++, evidence.image());
    pieces.getFirst().append("liveness", evidence.liveness().text());
    for (FaceImage frame : evidence.livenessFrames()) {
      addPieces(pieces, upload, part++, frame);
    }
    for (int from = 0; from < pieces.size(); from += PIECES_AT_ONCE) {
      int to = Math.min(pieces.size(), from + PIECES_AT_ONCE);
      tables.evidence().insertMany(pieces.subList(from, to));
    }
    return upload;
  }

  private static void addPieces(List<Document> pieces, String upload, int part, FaceImage image) {
    byte[] bytes = image.toArray();
    for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
      byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE_BYTES));
      pieces.add(
          new Document(UPLOAD, upload)
              .append(PART, part)
              .append(PIECE, from / PIECE_BYTES)
              .append("data", new Binary(piece)));
    }
  }

  /** Notes that versions refer to these uploads. */
  static void claimed(Tables tables, List<String> uploads) {
    if (!uploads.isEmpty()) {
      tables.uploads().deleteMany(in("_id", uploads));
    }
  }

  static Optional<Evidence> read(Tables tables, String upload) {
    Map<Integer, ByteArrayOutputStream> parts = new TreeMap<>();
    String liveness = "";
    try (var pieces =
        tables
            .evidence()
            .find(eq(UPLOAD, upload))
            .sort(IN_ORDER)
            .batchSize(PIECES_AT_ONCE)
            .iterator()) {
      while (pieces.hasNext()) {
        Document piece = pieces.next();
        byte[] data = ((Binary) SubjectDocuments.present(piece, "data")).getData();
        parts
            .computeIfAbsent(piece.getInteger(PART), part -> new ByteArrayOutputStream())
            .writeBytes(data);
        liveness = piece.get("liveness", liveness);
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    List<FaceImage> images =
        parts.values().stream().map(part -> FaceImage.of(part.toByteArray())).toList();
    return Optional.of(
        new Evidence(
            images.getFirst(), images.subList(1, images.size()), new LivenessReport(liveness)));
  }

  static void delete(Tables tables, List<String> uploads) {
    if (!uploads.isEmpty()) {
      tables.evidence().deleteMany(in(UPLOAD, uploads));
    }
  }
}
