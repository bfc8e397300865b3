package io.faceservice.application.testkit;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What outlives an {@link InMemoryImageStore}: give it to the next one to open the same storage
 * again. To be used by one thread at a time.
 */
public final class InMemoryEnrolments {
  /** The order of UTF-8 bytes, which is that of code points; that of chars is another. */
  private static final Comparator<String> BY_CODE_POINT =
      Comparator.comparing(t -> t.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private final Map<ReferenceKey, Face> faces = new HashMap<>();
  private final Map<Intent.Id, Intent> intents = new LinkedHashMap<>();
  private long lastNumber;

  /** A version of a face, with the intent it was recorded with and its further templates. */
  record Version(
      EnrolledFace face,
      Evidence evidence,
      Intent.Id intent,
      Map<ModelId, FaceTemplate> templates) {

    EnrolledFace servedTo(ModelId model) {
      BiometricReference enrolled = face.reference();
      return new EnrolledFace(
          new BiometricReference(
              enrolled.key(),
              templates.getOrDefault(model, enrolled.template()),
              enrolled.createdAt()),
          face.version(),
          face.enrolledAt());
    }
  }

  /** A reference face: its place in the order of enrolment, and its versions, newest first. */
  static final class Face {
    private final long place;
    private final List<Version> versions = new ArrayList<>();
    private int lastVersion;

    private Face(long place) {
      this.place = place;
    }

    long place() {
      return place;
    }

    Version currentVersion() {
      return versions.getFirst();
    }

    EnrolledFace current() {
      return currentVersion().face();
    }

    ReferenceKey key() {
      return current().key();
    }

    private void forgetOldVersions() {
      while (versions.size() > ImageStore.VERSIONS_KEPT) {
        versions.removeLast();
      }
    }
  }

  Intent.ToEnrol record(Enrolment enrolment) {
    ReferenceKey key = enrolment.reference().key();
    Face face = faces.computeIfAbsent(key, k -> new Face(++lastNumber));
    var intent = new Intent.ToEnrol(newId(), key);
    var enrolled =
        new EnrolledFace(enrolment.reference(), ++face.lastVersion, enrolment.enrolledAt());
    face.versions.addFirst(
        new Version(enrolled, enrolment.evidence(), intent.id(), new HashMap<>()));
    intents.put(intent.id(), intent);
    return intent;
  }

  void withdraw(Intent.ToEnrol intent) {
    Optional<Face> face = Optional.ofNullable(faces.get(intent.reference()));
    face.ifPresent(f -> f.versions.removeIf(v -> v.intent().equals(intent.id())));
    face.filter(f -> f.versions.isEmpty()).ifPresent(f -> faces.remove(intent.reference()));
    intents.putIfAbsent(intent.id(), intent);
  }

  Optional<Intent.ToEnrol> addTemplate(ReferenceKey key, int number, FaceTemplate template) {
    return versions(key)
        .filter(version -> version.face().version() == number)
        .findFirst()
        .map(
            version -> {
              version.templates().put(template.model(), template);
              var intent = new Intent.ToEnrol(newId(), key);
              intents.put(intent.id(), intent);
              return intent;
            });
  }

  Optional<Intent.ToRemove> remove(Predicate<ReferenceKey> which) {
    List<ReferenceKey> keys = inOrder(which).map(Face::key).toList();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    keys.forEach(faces::remove);
    var intent = new Intent.ToRemove(newId(), keys);
    intents.put(intent.id(), intent);
    return Optional.of(intent);
  }

  void complete(Intent intent) {
    intent.references().stream()
        .map(faces::get)
        .filter(Objects::nonNull)
        .forEach(Face::forgetOldVersions);
    intents.remove(intent.id());
  }

  List<Intent> intents() {
    return List.copyOf(intents.values());
  }

  /** Some of the faces, first enrolled first. */
  Stream<Face> inOrder(Predicate<ReferenceKey> which) {
    return faces.values().stream()
        .filter(face -> which.test(face.key()))
        .sorted(Comparator.comparingLong(Face::place));
  }

  /** The subjects of a source whose identifiers come after one, in their order. */
  Stream<EnrolledSubject> subjects(Source source, String after) {
    return inOrder(key -> key.source().equals(source))
        .filter(face -> BY_CODE_POINT.compare(idOf(face.key()), after) > 0)
        .collect(groupingBy(face -> idOf(face.key()), () -> new TreeMap<>(BY_CODE_POINT), toList()))
        .values()
        .stream()
        .map(InMemoryEnrolments::subject);
  }

  private static EnrolledSubject subject(List<Face> faces) {
    var latest =
        faces.stream().map(Face::current).map(EnrolledFace::enrolledAt).max(naturalOrder());
    SubjectKey key = faces.getFirst().key().subjectKey();
    return new EnrolledSubject(key, faces.size(), latest.orElseThrow());
  }

  private static String idOf(ReferenceKey key) {
    return key.subject().value();
  }

  /** The sources, in their order. */
  List<SourceCount> sources() {
    return faces.keySet().stream()
        .map(ReferenceKey::source)
        .distinct()
        .sorted(Comparator.comparing(Source::value, BY_CODE_POINT))
        .map(this::count)
        .toList();
  }

  private SourceCount count(Source source) {
    var keys = faces.keySet().stream().filter(key -> key.source().equals(source)).toList();
    long subjects = keys.stream().map(ReferenceKey::subject).distinct().count();
    return new SourceCount(source, subjects, keys.size());
  }

  /** The versions of a face, newest first. */
  Stream<Version> versions(ReferenceKey key) {
    return Optional.ofNullable(faces.get(key)).stream().flatMap(face -> face.versions.stream());
  }

  private Intent.Id newId() {
    return new Intent.Id(Long.toString(++lastNumber));
  }
}
