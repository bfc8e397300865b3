package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.SubjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The faces in the order of their enrolment. A place is written before its face, so one that no
 * face claims is met and passed over.
 */
final class Places {
  private static final Bson ALL = new Document();

  private final ModelId model;

  Places(ModelId model) {
    this.model = model;
  }

  /** A face and its place. */
  record Placed(long place, EnrolledFace face) {}

  static Document document(long place, SubjectKey key) {
    return new Document("_id", place)
        .append("source", key.source().value())
        .append("subject", SubjectIds.of(key))
        .append("at", Instant.now());
  }

  List<Placed> after(Tables tables, long place, int limit) {
    return after(tables, ALL, place, limit);
  }

  List<Placed> after(Tables tables, String source, long place, int limit) {
    return after(tables, eq("source", source), place, limit);
  }

  private List<Placed> after(Tables tables, Bson which, long start, int limit) {
    List<Placed> page = new ArrayList<>();
    long last = start;
    while (page.size() < limit) {
      int missing = limit - page.size();
      List<Document> places =
          tables
              .places()
              .find(and(which, gt("_id", last)))
              .sort(ascending("_id"))
              .limit(missing)
              .into(new ArrayList<>());
      if (places.isEmpty()) {
        return page;
      }
      last = places.getLast().getLong("_id");
      page.addAll(claimed(tables, places));
    }
    return page;
  }

  private List<Placed> claimed(Tables tables, List<Document> places) {
    List<String> ids = places.stream().map(p -> p.getString("subject")).distinct().toList();
    Map<Long, Face> faces = new HashMap<>();
    for (Document found : tables.subjects().find(in("_id", ids))) {
      SubjectDocuments.read(found).faces().forEach(face -> faces.put(face.place(), face));
    }
    return places.stream()
        .map(place -> place.getLong("_id"))
        .flatMap(place -> Optional.ofNullable(faces.get(place)).stream())
        .map(face -> new Placed(face.place(), face.current().servedTo(model)))
        .toList();
  }
}
