package io.faceservice.imagestore.mongodb;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;

/** When the first generation enrolled somebody, as far as its documents tell. */
final class OldTimes {
  /** Of no known zone; taken for UTC. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

  private OldTimes() {}

  static Instant enrolledAt(Document document, Document element) {
    return Stream.of(
            time(element.get("timestamp", Object.class)),
            time(document.get("updated_at", Object.class)),
            time(document.get("created_at", Object.class)),
            time(document.get("_id", Object.class)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  private static Optional<Instant> time(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case Date date -> Optional.of(date.toInstant());
      case ObjectId id -> Optional.of(id.getDate().toInstant());
      case String text -> parsed(text);
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, TIMESTAMP).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
