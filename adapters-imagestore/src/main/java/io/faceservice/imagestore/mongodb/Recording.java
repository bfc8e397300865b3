package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.in;

import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Records one version: its images first, a place for a new face, and then, at once, the version and
 * its intent. What is left over when another was quicker is deleted; what a crash leaves over is in
 * the table of uploads.
 */
final class Recording {
  private final Tables tables;
  private final Stamps stamps;
  private final OldPeople old;
  private final Enrolment enrolment;
  private final List<String> uploads = new ArrayList<>();
  private final List<Long> places = new ArrayList<>();

  /** Where the old evidence of each version went; filled when it is first needed. */
  private @Nullable Map<Integer, String> moved;

  Recording(Tables tables, Stamps stamps, OldPeople old, Enrolment enrolment) {
    this.tables = tables;
    this.stamps = stamps;
    this.old = old;
    this.enrolment = enrolment;
  }

  Intent.ToEnrol record(Changes changes) {
    ReferenceKey key = enrolment.reference().key();
    String upload = upload(key.subjectKey(), enrolment.evidence());
    Subject recorded =
        changes
            .change(tables, key.subjectKey(), before -> Optional.of(after(before, upload)))
            .orElseThrow();
    places.removeAll(recorded.faces().stream().map(Face::place).toList());
    if (!places.isEmpty()) {
      tables.places().deleteMany(in("_id", places));
    }
    EvidenceTable.claimed(tables, uploads);
    Face face = recorded.face(key).orElseThrow();
    return new Intent.ToEnrol(new Intent.Id(face.current().intent()), key);
  }

  private String upload(SubjectKey subject, Evidence evidence) {
    String upload = EvidenceTable.upload(tables, SubjectIds.of(subject), evidence);
    uploads.add(upload);
    return upload;
  }

  private Subject after(Subject before, String upload) {
    ReferenceKey key = enrolment.reference().key();
    long stamp = stamps.next(tables);
    if (before.face(key).isEmpty()) {
      while (!Duplicates.insert(tables.places(), Places.document(stamp, key.subjectKey()))) {
        stamp = stamps.next(tables);
      }
      places.add(stamp);
    }
    Subject own = before.old().isEmpty() ? before : withOldEvidence(before);
    return own.recorded(enrolment, stamp, upload);
  }

  /** Whoever is changed moves here with all evidence, so that the old document can go. */
  private Subject withOldEvidence(Subject before) {
    if (moved == null) {
      moved = move(before);
    }
    Map<Integer, String> to = moved;
    return before.moved(
        version ->
            version.upload().equals(Version.IN_OLD_DOCUMENT)
                ? version.withUpload(to.getOrDefault(version.number(), Version.NOWHERE))
                : version);
  }

  private Map<Integer, String> move(Subject subject) {
    Map<Integer, Document> elements =
        OldEvidence.elements(tables, old.collection(), subject.old().getFirst(), old.model());
    Map<Integer, String> to = new HashMap<>();
    elements.forEach(
        (number, element) ->
            OldEvidence.of(element)
                .ifPresent(evidence -> to.put(number, upload(subject.key(), evidence))));
    return to;
  }
}
