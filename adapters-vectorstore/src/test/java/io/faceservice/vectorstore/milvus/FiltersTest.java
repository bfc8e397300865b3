package io.faceservice.vectorstore.milvus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FiltersTest {

  @Test
  void quotesWhatWouldEndAText() {
    assertThat(Filters.equal("source", "a\" || id != \""))
        .isEqualTo("source == \"a\\\" || id != \\\"\"");
  }

  @Test
  void keepsBackslashesBackslashes() {
    assertThat(Filters.equal("source", "a\\")).isEqualTo("source == \"a\\\\\"");
  }

  @Test
  void leavesOtherScriptsAsTheyAre() {
    assertThat(Filters.after("id", "山田🙂'%_")).isEqualTo("id > \"山田🙂'%_\"");
  }

  @Test
  void listsTexts() {
    assertThat(Filters.oneOf("id", List.of("a", "b"))).isEqualTo("id in [\"a\", \"b\"]");
  }
}
