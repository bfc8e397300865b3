package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class FaceTemplateTest {
  private static final Embedding EMBEDDING = Embedding.normalised(new float[] {1, 0});

  @Test
  void comparesWithinOneModelPackAlone() {
    FaceTemplate one = new FaceTemplate(new ModelId("a-1"), EMBEDDING);
    FaceTemplate same = new FaceTemplate(new ModelId("a-1"), EMBEDDING);
    FaceTemplate foreign = new FaceTemplate(new ModelId("a-2"), EMBEDDING);

    assertThat(one.cosine(same)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.cosine(foreign))
        .withMessageContaining("a-1")
        .withMessageContaining("a-2");
  }

  @Test
  void needsAModelPackWithAName() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ModelId(" "));
  }
}
