package io.faceservice.domain.search;

import static io.faceservice.domain.search.CandidateListTest.face;
import static io.faceservice.domain.search.CandidateListTest.ranked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceservice.domain.compare.Similarity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IdentificationPolicyTest {
  private static final Similarity THRESHOLD = new Similarity(0.70);

  @Test
  void identifiesStrictlyAboveTheThreshold() {
    var policy = new IdentificationPolicy(THRESHOLD, 10);
    Candidate above = face("above", Math.nextUp(0.70));

    assertThat(policy.identify(ranked(10, face("at", 0.70), above, face("below", 0.69))))
        .isEqualTo(new Identification(List.of(above), THRESHOLD));
  }

  @Test
  void namesNoMoreThanItsLimit() {
    Candidate[] twelve =
        IntStream.range(0, 12)
            .mapToObj(i -> face("subject " + i, 0.8 + 0.01 * i))
            .toArray(Candidate[]::new);
    var policy = new IdentificationPolicy(THRESHOLD, IdentificationPolicy.DEFAULT_LIMIT);

    assertThat(policy.identify(ranked(12, twelve)).identified())
        .hasSize(10)
        .first()
        .isEqualTo(twelve[11]);
  }

  @Test
  void identifiesNobodyInAnEmptyList() {
    var policy = new IdentificationPolicy(THRESHOLD, 10);
    assertThat(policy.identify(CandidateList.nobody()).identified()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new IdentificationPolicy(THRESHOLD, 0));
  }
}
