package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.eq;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.SubjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;

/** The subjects one by one: what is written of each, and read. */
final class SubjectTable {
  private final OldPeople old;
  private final ModelId model;
  private final Stamps stamps = new Stamps();
  private final Changes changes = new Changes();

  SubjectTable(OldPeople old, ModelId model) {
    this.old = old;
    this.model = model;
  }

  void enterOldPeople(Supplier<Tables> tables) {
    new OldImport(old, new OldEntries(stamps, changes)).run(tables);
    Sweep.deleteAbandoned(tables.get(), Instant.now());
  }

  Intent.ToEnrol record(Tables tables, Enrolment enrolment) {
    return new Recording(tables, stamps, old, enrolment).record(changes);
  }

  Intent.ToEnrol withdraw(Tables tables, Intent.ToEnrol intent) {
    changes.change(
        tables, intent.reference().subjectKey(), before -> Optional.of(before.withdrawn(intent)));
    return intent;
  }

  Optional<Intent.ToEnrol> addTemplate(
      Tables tables, ReferenceKey reference, int version, FaceTemplate template) {
    return changes
        .change(
            tables,
            reference.subjectKey(),
            before -> before.templated(reference, version, template, stamps.next(tables)))
        .map(after -> (Intent.ToEnrol) after.intents().getLast());
  }

  /** The images go at once; what cannot be deleted now is deleted with the completion. */
  Optional<Intent.ToRemove> remove(Tables tables, SubjectKey subject, Predicate<Face> which) {
    Optional<Subject> removed =
        changes.change(
            tables,
            subject,
            before ->
                before.faces().isEmpty()
                    ? Optional.empty()
                    : before.removed(which, stamps.next(tables)));
    removed.ifPresent(after -> Sweep.delete(tables, old.collection(), after.debris()));
    return removed.map(after -> (Intent.ToRemove) after.intents().getLast());
  }

  /** First the versions go that fell out, then what they referred to, then the intent. */
  Intent complete(Tables tables, Intent intent) {
    SubjectKey key = intent.references().getFirst().subjectKey();
    changes.change(
        tables,
        key,
        before -> {
          Subject after = before.trimmed(intent.references());
          return after.equals(before) ? Optional.empty() : Optional.of(after);
        });
    changes.change(
        tables,
        key,
        before -> {
          Sweep.delete(tables, old.collection(), before.debris());
          Subject after = before.completed(intent.id());
          return after.equals(before) ? Optional.empty() : Optional.of(after);
        });
    return intent;
  }

  List<EnrolledFace> current(Tables tables, SubjectKey key) {
    return find(tables, key).stream()
        .flatMap(subject -> subject.faces().stream())
        .map(face -> face.current().servedTo(model))
        .toList();
  }

  List<EnrolledFace> versions(Tables tables, ReferenceKey reference) {
    return find(tables, reference.subjectKey()).flatMap(subject -> subject.face(reference)).stream()
        .flatMap(face -> face.versions().stream())
        .limit(ImageStore.VERSIONS_KEPT)
        .map(version -> version.servedTo(model))
        .toList();
  }

  Optional<Evidence> evidence(Tables tables, ReferenceKey reference, int number) {
    Optional<Subject> found = find(tables, reference.subjectKey());
    return found
        .flatMap(subject -> subject.face(reference))
        .flatMap(face -> face.version(number))
        .flatMap(version -> evidence(tables, found.orElseThrow(), version));
  }

  private Optional<Evidence> evidence(Tables tables, Subject subject, Version version) {
    return switch (version.upload()) {
      case Version.NOWHERE -> Optional.empty();
      case Version.IN_OLD_DOCUMENT ->
          OldEvidence.of(
              OldEvidence.elements(tables, old.collection(), subject.old().getFirst(), old.model())
                  .get(version.number()));
      default -> EvidenceTable.read(tables, version.upload());
    };
  }

  private static Optional<Subject> find(Tables tables, SubjectKey key) {
    Document found = tables.subjects().find(eq(SubjectIds.of(key))).first();
    return Optional.ofNullable(found).map(SubjectDocuments::read);
  }
}
