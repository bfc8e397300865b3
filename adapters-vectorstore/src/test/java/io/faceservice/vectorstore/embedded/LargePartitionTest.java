package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import io.faceservice.domain.search.CandidateList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partitions on both sides of the number of faces up to which nothing is left out. */
final class LargePartitionTest {
  private static final MadeUpFaces PEOPLE = new MadeUpFaces(0.35);
  private static final int LIMIT = 10;
  private static final double REPORTABLE = 0.70;

  @TempDir Path directory;

  private ExactGallery open(Kernels kernels, int threads) {
    var gallery =
        new ExactGallery(directory, MadeUpFaces.MODEL, MadeUpFaces.DIMENSION, kernels, threads);
    gallery.prepare();
    return gallery;
  }

  private static List<BiometricReference> people(int from, int to) {
    return IntStream.range(from, to).parallel().mapToObj(i -> PEOPLE.reference(i, 0)).toList();
  }

  private static CandidateList exact(List<BiometricReference> all, FaceTemplate probe) {
    return CandidateList.ranked(
        all.stream()
            .map(r -> new Candidate(r.key(), r.createdAt(), Similarity.of(probe, r.template())))
            .toList(),
        LIMIT);
  }

  private static CandidateList search(ExactGallery gallery, int person) {
    return gallery.search(Source.DEFAULT, PEOPLE.probe(person, 0), LIMIT);
  }

  /** Whether the probe and its mate score above the threshold of identification. */
  private static boolean isReportable(int person) {
    FaceTemplate mate = PEOPLE.reference(person, 0).template();
    return Similarity.of(PEOPLE.probe(person, 0), mate).value() > REPORTABLE;
  }

  private static boolean names(CandidateList answer, int person) {
    SubjectId subject = PEOPLE.reference(person, 0).subject();
    return answer.candidates().stream()
        .anyMatch(c -> c.subject().equals(subject) && c.similarity().value() > REPORTABLE);
  }

  @Test
  void upToTheLimitAnswersAreThoseOfComparingWithEveryFace() {
    List<BiometricReference> all = people(0, Scan.EXHAUSTIVE);
    try (ExactGallery gallery = open(Kernels.plain(), 1)) {
      gallery.enrolAll(all);
      for (int person = 0; person < 1_000; person += 100) {
        assertThat(search(gallery, person)).isEqualTo(exact(all, PEOPLE.probe(person, 0)));
      }
    }
  }

  @Test
  void beyondTheLimitEveryMateIsFoundWhateverCameAndWent() {
    int count = 2 * Scan.EXHAUSTIVE;
    List<CandidateList> answers = new ArrayList<>();
    try (ExactGallery gallery = open(Kernels.fastest(), 1)) {
      gallery.enrolAll(people(0, count));
      for (int person = 0; person < count; person += 3) {
        gallery.removeSubject(PEOPLE.reference(person, 0).key().subjectKey());
      }
      gallery.enrolAll(people(count, count + Scan.EXHAUSTIVE));
      for (int person = 0; person < 1_500; person += 10) {
        CandidateList answer = search(gallery, person);
        answers.add(answer);
        assertThat(names(answer, person)).isEqualTo(person % 3 != 0 && isReportable(person));
      }
    }
    try (ExactGallery reopened = open(Kernels.plain(), 3)) {
      for (int person = 0; person < 1_500; person += 10) {
        assertThat(search(reopened, person)).isEqualTo(answers.get(person / 10));
      }
    }
  }
}
