package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class RosterTest {
  private final Roster roster = new Roster();

  private static ReferenceKey key(int number) {
    return new ReferenceKey(
        Source.DEFAULT, new SubjectId("subject " + number / 3), new ReferenceId("r" + number % 3));
  }

  private static byte[] label(int number) {
    return Label.of(key(number), new CreatedAt("day " + number));
  }

  private void add(int number) {
    roster.append(label(number));
  }

  private void remove(int number) {
    roster.remove(roster.find(Label.ofKey(key(number))));
  }

  /** All keys, in pages. */
  private List<ReferenceKey> leaf(int limit) {
    List<ReferenceKey> met = new ArrayList<>();
    List<byte[]> page = roster.first(limit);
    while (!page.isEmpty()) {
      page.forEach(label -> met.add(Label.key(Source.DEFAULT, label)));
      page = roster.after(page.getLast(), limit);
    }
    return met;
  }

  @RepeatedTest(10)
  void knowsWhoIsThereWhateverCameAndWent(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Set<Integer> there = new HashSet<>();
    for (int step = 0; step < 3_000; step++) {
      int number = random.nextInt(900);
      if (there.remove(number)) {
        remove(number);
      } else {
        there.add(number);
        add(number);
      }
    }
    assertThat(roster.size()).isEqualTo(there.size());
    for (int number = 0; number < 900; number++) {
      int position = roster.find(Label.ofKey(key(number)));
      assertThat(position >= 0).isEqualTo(there.contains(number));
      if (position >= 0) {
        assertThat(roster.label(position)).isEqualTo(label(number));
      }
    }
    assertThat(leaf(13))
        .containsExactlyInAnyOrderElementsOf(there.stream().map(RosterTest::key).toList());
  }

  @Test
  void keepsItsOrderAsItGrows() {
    for (int number = 0; number < 30; number++) {
      add(number);
    }
    List<ReferenceKey> before = leaf(100);
    for (int number = 30; number < 5_000; number++) {
      add(number);
    }
    assertThat(leaf(100).stream().filter(before::contains).toList()).isEqualTo(before);
  }

  @Test
  void findsAllFacesOfASubject() {
    for (int number = 0; number < 12; number++) {
      add(number);
    }
    assertThat(roster.positions(Label.ofSubject(new SubjectId("subject 2")))).hasSize(3);
    assertThat(roster.positions(Label.ofSubject(new SubjectId("subject")))).isEmpty();
  }

  @Test
  void oneSubjectMayHaveHundredsOfFaces() {
    for (int number = 0; number < 500; number++) {
      var id =
          new ReferenceKey(Source.DEFAULT, new SubjectId("ada"), new ReferenceId("r" + number));
      roster.append(Label.of(id, new CreatedAt("")));
    }
    assertThat(roster.positions(Label.ofSubject(new SubjectId("ada")))).hasSize(500);
    assertThat(leaf(7)).hasSize(500).doesNotHaveDuplicates();
  }
}
