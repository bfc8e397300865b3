package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.testkit.ImageStoreContract;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

final class SqliteImageStoreTest extends ImageStoreContract {
  @TempDir private Path directory;

  @Override
  protected ImageStore newBackend() {
    return new SqliteImageStore(directory.resolve("images"), Duration.ofSeconds(10));
  }
}
