package io.faceservice.vectorstore.milvus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** References as rows of a collection, and back. */
final class FaceFields {
  static final String ID = "id";
  static final String SOURCE = "source";
  static final String SUBJECT = "subject";
  static final String REFERENCE = "reference";
  static final String CREATED_AT = "created_at";
  static final String CHECKSUM = "checksum";
  static final String FACE = "face";

  /** What a {@link GalleryEntry} is made of. */
  static final List<String> ENTRY = List.of(ID, SOURCE, SUBJECT, REFERENCE, CREATED_AT, CHECKSUM);

  /** What a reference is made of. */
  static final List<String> ALL =
      List.of(ID, SOURCE, SUBJECT, REFERENCE, CREATED_AT, CHECKSUM, FACE);

  private FaceFields() {}

  static JsonObject row(BiometricReference reference) {
    ReferenceKey key = reference.key();
    Embedding embedding = reference.template().embedding();
    JsonObject row = row(Ids.of(key), key.source().value(), embedding.toArray());
    row.addProperty(SUBJECT, key.subject().value());
    row.addProperty(REFERENCE, key.reference().value());
    row.addProperty(CREATED_AT, reference.createdAt().value());
    row.addProperty(CHECKSUM, GalleryEntry.checksum(embedding));
    return row;
  }

  /** Refuses what Milvus would. */
  static void requireRoom(CreatedAt createdAt) {
    if (createdAt.value().getBytes(UTF_8).length > NewCollection.TEXT) {
      throw new InvalidInputException(
          CREATED_AT, "created_at must have at most %d bytes.".formatted(NewCollection.TEXT));
    }
  }

  /** A row that is no face. It has a vector because every row must. */
  static JsonObject note(String id, String source, int dimension) {
    float[] any = new float[dimension];
    any[0] = 1;
    JsonObject row = row(id, source, any);
    row.addProperty(SUBJECT, "");
    row.addProperty(REFERENCE, "");
    row.addProperty(CREATED_AT, "");
    row.addProperty(CHECKSUM, 0);
    return row;
  }

  private static JsonObject row(String id, String source, float[] values) {
    var vector = new JsonArray(values.length);
    for (float value : values) {
      vector.add(value);
    }
    var row = new JsonObject();
    row.addProperty(ID, id);
    row.addProperty(SOURCE, source);
    row.add(FACE, vector);
    return row;
  }

  static GalleryEntry entry(Map<String, Object> fields) {
    int checksum = ((Number) Objects.requireNonNull(fields.get(CHECKSUM))).intValue();
    return new GalleryEntry(key(fields), createdAt(fields), checksum);
  }

  static BiometricReference reference(Map<String, Object> fields, ModelId model) {
    var values = (List<?>) Objects.requireNonNull(fields.get(FACE));
    float[] face = new float[values.size()];
    for (int i = 0; i < face.length; i++) {
      face[i] = ((Number) values.get(i)).floatValue();
    }
    var template = new FaceTemplate(model, Embedding.ofUnit(face));
    return new BiometricReference(key(fields), template, createdAt(fields));
  }

  private static ReferenceKey key(Map<String, Object> fields) {
    return new ReferenceKey(
        new Source(text(fields, SOURCE)),
        new SubjectId(text(fields, SUBJECT)),
        new ReferenceId(text(fields, REFERENCE)));
  }

  private static CreatedAt createdAt(Map<String, Object> fields) {
    return new CreatedAt(text(fields, CREATED_AT));
  }

  static String text(Map<String, Object> fields, String field) {
    return (String) Objects.requireNonNull(fields.get(field));
  }
}
