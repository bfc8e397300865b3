package io.faceservice.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.bootstrap.config.MilvusConfig;
import io.faceservice.bootstrap.config.StartException;
import io.faceservice.vectorstore.milvus.MilvusSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MilvusFactoryTest {

  private static MilvusSettings settings(MilvusConfig config) {
    var second = Duration.ofSeconds(1);
    return new MilvusFactory()
        .milvusSettings(
            config,
            new MilvusConfig.Timeouts(second, second, second),
            new MilvusConfig.Layout(1, 1, 16, 16, 200),
            new MilvusConfig.Search(128, 256, 1000));
  }

  @Test
  void takesEmptyTextsForNone() {
    var server = settings(new MilvusConfig("http://localhost:19530", "", "", "faces")).server();
    assertThat(server.token()).isEmpty();
    assertThat(server.authorities()).isEmpty();
  }

  @Test
  void namesTheKeyOfAValueThatCannotBe() {
    for (MilvusConfig wrong :
        List.of(
            new MilvusConfig("localhost:19530", "", "", "faces"),
            new MilvusConfig("http://root:secret@localhost", "", "", "faces"),
            new MilvusConfig("http://localhost", "", "", "no-dashes"))) {
      assertThatExceptionOfType(StartException.class)
          .isThrownBy(() -> settings(wrong))
          .withMessageContaining("face.gallery.milvus")
          .withMessageNotContaining("secret");
    }
  }

  @Test
  void keepsTheTokenToItself() {
    var config = new MilvusConfig("http://localhost", "root:secret", "", "faces");
    assertThat(config.toString()).doesNotContain("secret");
    assertThat(settings(config).server().toString()).doesNotContain("secret");
  }
}
