package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import java.util.Map;

/** A reference as a document, there and back. */
final class Fields {
  static final String FACE = "face";
  static final String SOURCE = "source";
  static final String SUBJECT = "people_id";
  static final String REFERENCE = "face_id";
  static final String CREATED_AT = "created_at";

  /** The document's own id once more, since the server sorts by fields only. */
  static final String ID = "id";

  private static final String CHECKSUM = "checksum";

  /** All but the embedding, which is large. */
  static final Map<String, Object> WITHOUT_FACE = Map.of("excludes", FACE);

  private Fields() {}

  /** How the fields are declared; any other is refused. */
  static Map<String, Object> declared(Map<String, Object> face) {
    Map<String, Object> keyword = Map.of("type", "keyword");
    return Map.of(
        FACE,
        face,
        SOURCE,
        keyword,
        SUBJECT,
        keyword,
        REFERENCE,
        keyword,
        ID,
        keyword,
        CREATED_AT,
        Map.of("type", "keyword", "index", false, "doc_values", false),
        CHECKSUM,
        Map.of("type", "integer", "index", false, "doc_values", false));
  }

  static Map<String, Object> of(BiometricReference reference) {
    ReferenceKey key = reference.key();
    return Map.of(
        FACE,
        reference.template().embedding().toArray(),
        SOURCE,
        key.source().value(),
        SUBJECT,
        key.subject().value(),
        REFERENCE,
        key.reference().value(),
        ID,
        DocumentId.of(key),
        CREATED_AT,
        reference.createdAt().value(),
        CHECKSUM,
        GalleryEntry.checksum(reference.template().embedding()));
  }

  static ReferenceKey key(JsonNode document) {
    return new ReferenceKey(
        new Source(text(document, SOURCE)),
        new SubjectId(text(document, SUBJECT)),
        new ReferenceId(text(document, REFERENCE)));
  }

  static CreatedAt createdAt(JsonNode document) {
    return new CreatedAt(text(document, CREATED_AT));
  }

  static GalleryEntry entry(JsonNode document) {
    return new GalleryEntry(key(document), createdAt(document), document.path(CHECKSUM).intValue());
  }

  private static String text(JsonNode document, String field) {
    JsonNode value = document.path(field);
    if (!value.isTextual()) {
      throw OpenSearchFailures.unreadable("the field " + field);
    }
    return value.textValue();
  }
}
