package io.faceservice.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.inference.install.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that is refused says what to mend, and buries it under nothing. */
final class RefusedStartTest {
  private static final int REFUSED = 2;

  @Test
  void saysWhyAndNothingAfterIt(@TempDir Path data) throws IOException, InterruptedException {
    String pack = Catalogue.pack(Catalogue.DEFAULT).templateId().value();
    Path embedder = data.resolve("embedders").resolve(pack + ".embedder");
    Files.createDirectories(embedder.getParent());
    Files.write(embedder, new byte[] {0, 0, (byte) 0x80, 0x3F});

    String said = ServiceProcess.said(data, REFUSED, "serve", "--port", "-1");

    assertThat(said.lines().toList().getLast())
        .contains("is not the one that made the templates of " + pack);
    assertThat(said).doesNotContain("\tat ").doesNotContain("Exception");
  }
}
