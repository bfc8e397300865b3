package io.faceservice.inference.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleSetTest {
  private final SampleSet samples = SampleSet.bundled();
  private final PackStore store;

  SampleSetTest(@TempDir Path cache) {
    this.store = new PackStore(cache);
  }

  @Test
  void cutsThePortraitsOutOfThePhotosItFetched() throws IOException {
    assertThat(samples.install(store)).isTrue();

    for (var portrait : samples.portraits().entrySet()) {
      BufferedImage cut = ImageIO.read(samples.portrait(store, portrait.getKey()).toFile());
      assertThat(cut.getWidth()).isEqualTo(portrait.getValue().width());
      assertThat(cut.getHeight()).isEqualTo(portrait.getValue().height());
    }
    assertThat(samples.photo(store, "sample1.jpg")).isNotEmptyFile();
  }

  @Test
  void fetchesNothingTwiceUnlessAPortraitOrPhotoIsDamaged() throws IOException {
    samples.install(store);
    assertThat(samples.install(store)).isFalse();

    Path portrait = samples.portrait(store, "person-a-1");
    byte[] before = Files.readAllBytes(portrait);
    Files.write(portrait, new byte[] {1});
    assertThat(samples.install(store)).isTrue();
    assertThat(portrait).hasBinaryContent(before);

    Files.delete(samples.photo(store, "sample6.jpg"));
    assertThat(samples.install(store)).isTrue();
    assertThat(samples.install(store)).isFalse();
  }

  @Test
  void saysWhichSamplesThereAreWhenAskedForAnother() {
    assertThatThrownBy(() -> samples.portrait(store, "person-z-9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("person-z-9")
        .hasMessageContaining("person-a-1");
  }
}
