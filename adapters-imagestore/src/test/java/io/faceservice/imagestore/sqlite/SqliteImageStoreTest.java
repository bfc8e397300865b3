package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.testkit.ImageStoreContract;
import io.faceservice.domain.biometric.ModelId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

final class SqliteImageStoreTest extends ImageStoreContract {
  @TempDir private Path directory;

  @Override
  protected ImageStore newStore(ModelId model) {
    return new SqliteImageStore(directory.resolve("images"), Duration.ofSeconds(10), model);
  }
}
