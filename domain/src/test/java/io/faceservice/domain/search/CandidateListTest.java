package io.faceservice.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.compare.Similarity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CandidateListTest {

  @Test
  void ranksTheBestFirst() {
    assertThat(subjects(ranked(10, face("low", 0.2), face("high", 0.9), face("middle", 0.5))))
        .containsExactly("high", "middle", "low");
  }

  @Test
  void ranksEqualScoresBySubject() {
    assertThat(subjects(ranked(10, face("c", 0.7), face("a", 0.7), face("b", 0.7))))
        .containsExactly("a", "b", "c");
  }

  @Test
  void namesASubjectOnceWithItsBestFace() {
    CandidateList list = ranked(2, face("ada", "1", 0.6), face("ada", "2", 0.8), face("bob", 0.5));

    assertThat(subjects(list)).containsExactly("ada", "bob");
    assertThat(list.candidates().getFirst().key().reference()).isEqualTo(new ReferenceId("2"));
    assertThat(list.candidates().getFirst().similarity()).isEqualTo(new Similarity(0.8));
  }

  @Test
  void tellsApartSubjectsOfOneNameFromTwoSources() {
    Candidate here = face("ada", 0.6);
    var key = new ReferenceKey(new Source("there"), new SubjectId("ada"), ReferenceId.PRIMARY);
    var there = new Candidate(key, new CreatedAt(""), new Similarity(0.6));

    assertThat(ranked(5, there, here).candidates()).containsExactly(here, there);
  }

  @Test
  void keepsNoMoreThanItsLimit() {
    assertThat(subjects(ranked(1, face("a", 0.1), face("b", 0.3)))).containsExactly("b");
    assertThatIllegalArgumentException().isThrownBy(() -> ranked(0));
  }

  @Test
  void isEmptyForNobody() {
    assertThat(ranked(3)).isEqualTo(CandidateList.nobody());
  }

  static CandidateList ranked(int limit, Candidate... faces) {
    return CandidateList.ranked(List.of(faces), limit);
  }

  static List<String> subjects(CandidateList list) {
    return list.candidates().stream().map(candidate -> candidate.subject().value()).toList();
  }

  static Candidate face(String subject, double similarity) {
    return face(subject, "primary", similarity);
  }

  static Candidate face(String subject, String reference, double similarity) {
    var key = new ReferenceKey(Source.DEFAULT, new SubjectId(subject), new ReferenceId(reference));
    return new Candidate(key, new CreatedAt("02/01/2021"), new Similarity(similarity));
  }
}
