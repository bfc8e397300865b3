package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.domain.biometric.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What is listed of subjects without their faces. */
final class Listings {
  /** A subject that was removed stays until the gallery has forgotten it too. */
  private static final Bson ENROLLED = gt(SubjectDocuments.REFERENCES, 0);

  private Listings() {}

  static List<EnrolledSubject> subjects(Tables tables, Source source, String after, int limit) {
    var ofSource =
        and(
            gt(SubjectDocuments.ID, SubjectIds.of(source, after)),
            lt(SubjectDocuments.ID, SubjectIds.endOf(source)),
            ENROLLED);
    List<EnrolledSubject> subjects = new ArrayList<>();
    for (Document found :
        tables
            .subjects()
            .find(ofSource)
            .projection(
                include(
                    SubjectDocuments.SOURCE,
                    SubjectDocuments.PERSON,
                    SubjectDocuments.REFERENCES,
                    SubjectDocuments.LAST_ENROLLED_AT))
            .sort(ascending(SubjectDocuments.ID))
            .limit(limit)) {
      subjects.add(
          new EnrolledSubject(
              SubjectDocuments.key(found),
              found.getInteger(SubjectDocuments.REFERENCES),
              found.getDate(SubjectDocuments.LAST_ENROLLED_AT).toInstant()));
    }
    return subjects;
  }

  /** Counts the subjects of each source that have so many faces: an index alone answers it. */
  static List<SourceCount> sources(Tables tables) {
    var alike =
        new Document(SubjectDocuments.SOURCE, "$" + SubjectDocuments.SOURCE)
            .append(SubjectDocuments.REFERENCES, "$" + SubjectDocuments.REFERENCES);
    Map<String, SourceCount> sources = new TreeMap<>();
    for (Document count :
        tables.subjects().aggregate(List.of(match(ENROLLED), group(alike, sum("subjects", 1))))) {
      Document of = count.get("_id", Document.class);
      var source = new Source(of.getString(SubjectDocuments.SOURCE));
      long subjects = number(count, "subjects");
      long faces = subjects * number(of, SubjectDocuments.REFERENCES);
      sources.merge(
          SubjectIds.hex(source.value()),
          new SourceCount(source, subjects, faces),
          Listings::together);
    }
    return List.copyOf(sources.values());
  }

  private static SourceCount together(SourceCount a, SourceCount b) {
    return new SourceCount(
        a.source(), a.subjects() + b.subjects(), a.references() + b.references());
  }

  /** A sum is an integer of the size that it needs. */
  private static long number(Document document, String field) {
    return ((Number) SubjectDocuments.present(document, field)).longValue();
  }

  static List<Intent> unfinished(Tables tables) {
    List<Intent> intents = new ArrayList<>();
    for (Document found : tables.subjects().find(eq(SubjectDocuments.UNFINISHED, true))) {
      intents.addAll(SubjectDocuments.read(found).intents());
    }
    intents.sort(Comparator.comparingLong(intent -> Long.parseLong(intent.id().value())));
    return intents;
  }
}
