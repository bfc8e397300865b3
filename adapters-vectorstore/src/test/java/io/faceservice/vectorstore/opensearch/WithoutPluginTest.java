package io.faceservice.vectorstore.opensearch;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.domain.biometric.ModelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster on which nobody installed the k-NN plugin. */
@Tag("backends")
final class WithoutPluginTest {
  @TempDir Path home;

  @Test
  void isRefusedByName() throws IOException {
    for (String part : List.of("lib", "modules", "config")) {
      Files.createSymbolicLink(home.resolve(part), RealOpenSearch.home().resolve(part));
    }
    Files.createDirectory(home.resolve("plugins"));
    try (var server = RealOpenSearch.start(home);
        var gallery =
            new OpenSearchGallery(
                TestSettings.of(server.port(), "faces"), new ModelId("made-up-1"), 8)) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(gallery::prepare)
          .returns(Kind.REFUSED, BackendException::kind)
          .withMessageContaining("k-NN plugin");
    }
  }
}
