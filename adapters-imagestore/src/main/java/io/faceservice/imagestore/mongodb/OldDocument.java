package io.faceservice.imagestore.mongodb;

import io.faceservice.application.port.enrolment.EnrolledFace;
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
import io.faceservice.domain.biometric.SubjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * A person of the first generation: their versions, newest first.
 *
 * @param elements what the document says of each version that is whole, by its number
 */
record OldDocument(ReferenceKey key, List<EnrolledFace> versions, Map<Integer, Document> elements) {
  private static final String VERSIONS = "data";

  OldDocument {
    versions = List.copyOf(versions);
    elements = Map.copyOf(elements);
  }

  /**
   * Reads a document. A version that is not whole is left out.
   *
   * @throws IllegalArgumentException if no version is whole
   * @throws InvalidInputException if its names name nobody
   * @throws ClassCastException if a field is of another type than it should be
   */
  static OldDocument read(Document document, ModelId model) {
    List<Document> elements = document.getList(VERSIONS, Document.class, List.of());
    ReferenceKey key = key(elements);
    List<Integer> numbers = numbers(elements);
    List<EnrolledFace> versions = new ArrayList<>();
    Map<Integer, Document> whole = new HashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      Document element = elements.get(i);
      int number = numbers.get(i);
      embedding(element)
          .map(embedding -> new FaceTemplate(model, embedding))
          .map(template -> version(key, number, template, document, element))
          .ifPresent(
              version -> {
                versions.add(version);
                whole.put(number, element);
              });
    }
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("no version has an embedding");
    }
    return new OldDocument(key, versions, whole);
  }

  /** The newest version that names a source tells it: later ones may lack it. */
  private static ReferenceKey key(List<Document> elements) {
    Source source = first(elements, "source").map(Source::new).orElse(Source.DEFAULT);
    SubjectId subject =
        first(elements, "people_id")
            .map(SubjectId::new)
            .orElseThrow(() -> new IllegalArgumentException("no version has a people_id"));
    return new SubjectKey(source, subject).reference(ReferenceId.PRIMARY);
  }

  private static Optional<String> first(List<Document> elements, String field) {
    return elements.stream()
        .map(element -> element.get(field))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst();
  }

  /** The versions' own numbers if those count down, else their place from the end. */
  private static List<Integer> numbers(List<Document> elements) {
    List<Integer> own =
        elements.stream()
            .map(element -> element.get("_version"))
            .map(number -> number instanceof Number n ? n.intValue() : 0)
            .toList();
    boolean counts =
        own.stream().allMatch(number -> number > 0)
            && IntStream.range(1, own.size()).allMatch(i -> own.get(i) < own.get(i - 1));
    return counts
        ? own
        : IntStream.range(0, elements.size()).map(i -> elements.size() - i).boxed().toList();
  }

  private static EnrolledFace version(
      ReferenceKey key, int number, FaceTemplate template, Document document, Document element) {
    var createdAt = new CreatedAt(first(List.of(element, document), "created_at").orElse(""));
    return new EnrolledFace(
        new BiometricReference(key, template, createdAt),
        number,
        OldTimes.enrolledAt(document, element));
  }

  private static Optional<Embedding> embedding(Document element) {
    if (!(element.get("face") instanceof List<?> values) || values.isEmpty()) {
      return Optional.empty();
    }
    float[] raw = new float[values.size()];
    for (int i = 0; i < raw.length; i++) {
      if (!(values.get(i) instanceof Number value)) {
        return Optional.empty();
      }
      raw[i] = value.floatValue();
    }
    try {
      return Optional.of(Embedding.normalised(raw));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // zero, or not finite: nobody's face
    }
  }
}
