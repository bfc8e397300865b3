package io.faceservice.vectorstore.milvus;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import org.junit.jupiter.api.Test;

final class IdsTest {

  private static String id(String source, String subject, String reference) {
    return Ids.of(
        new ReferenceKey(new Source(source), new SubjectId(subject), new ReferenceId(reference)));
  }

  @Test
  void areTheSameForTheSameKey() {
    assertThat(id("default", "ada", "primary"))
        .isEqualTo(id("default", "ada", "primary"))
        .hasSize(Ids.LENGTH);
  }

  @Test
  void differWhereverTextIsCut() {
    assertThat(id("ab", "c", "d")).isNotEqualTo(id("a", "bc", "d"));
    assertThat(id("a", "bc", "d")).isNotEqualTo(id("a", "b", "cd"));
  }

  @Test
  void putASourceIntoOnePartitionForGood() {
    var version = new MilvusVersion("faces", new ModelId("made-up-1"), 512, 16);
    assertThat(version.facePartitions()).hasSize(16).contains(version.partitionOf(Source.DEFAULT));
    // A gallery that exists already lies so; another answer would lose its faces.
    assertThat(version.partitionOf(Source.DEFAULT)).isEqualTo("p5");
  }
}
