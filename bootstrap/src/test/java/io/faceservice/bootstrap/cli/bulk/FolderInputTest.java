package io.faceservice.bootstrap.cli.bulk;

import static io.faceservice.bootstrap.cli.bulk.InputFixture.DEFAULTS;
import static io.faceservice.bootstrap.cli.bulk.InputFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderInputTest {
  @TempDir Path folder;

  @BeforeEach
  void people() throws IOException {
    file("ada lovelace/2 second.jpg");
    file("ada lovelace/1.JPG");
    file("ada lovelace/3.png");
    file("ada lovelace/notes.txt");
    file("bob.v2.jpeg");
    file("carol/scans/deep.jpg");
    file("dave/d.heic");
    file(".DS_Store");
    file("Thumbs.db");
    file(".hidden/x.jpg");
    Files.createSymbolicLink(folder.resolve("dave/again"), folder);
    Files.createSymbolicLink(folder.resolve("eve"), folder.resolve("dave"));
  }

  @Test
  void takesFoldersAndFilesForPeopleAndFurtherImagesForFurtherFaces() {
    assertThat(read(new FolderInput(folder, false, DEFAULTS)))
        .containsExactly(
            "ada lovelace/1.JPG: default/ada lovelace/primary once",
            "ada lovelace/2 second.jpg: default/ada lovelace/2_second.jpg-06f3bad250b1582a once",
            "ada lovelace/3.png: default/ada lovelace/3.png once",
            "bob.v2.jpeg: default/bob.v2/primary once",
            "carol/: missing_image_file The folder has no image.",
            "dave/d.heic: default/dave/primary once",
            "eve/d.heic: default/eve/primary once",
            "ignored 7");
  }

  @Test
  void takesTheFirstFaceOfEachPersonAlone() {
    var input = new FolderInput(folder, true, DEFAULTS);

    assertThat(read(input))
        .hasSize(6)
        .endsWith("ignored 9")
        .noneMatch(one -> one.contains("3.png"));
    assertThat(input.count()).isEqualTo(5);
  }

  @Test
  void namesFacesDifferentlyForDifferentFiles() {
    String longName = "x".repeat(70);

    assertThat(FaceNames.of("a b.jpg")).isNotEqualTo(FaceNames.of("a_b.jpg"));
    assertThat(FaceNames.of("é.jpg")).isNotEqualTo(FaceNames.of("è.jpg"));
    assertThat(FaceNames.of("primary")).isNotEqualTo("primary");
    assertThat(FaceNames.of(longName)).hasSizeLessThanOrEqualTo(64).isNotEqualTo(longName);
  }

  private void file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[3]);
  }
}
