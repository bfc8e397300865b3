package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.RemoteBackendContract;
import io.faceservice.domain.biometric.ModelId;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("namespaces")
final class MilvusRemoteTest extends RemoteBackendContract<Gallery> {
  private static final MilvusProcess SERVER = new StandaloneMilvus(false);

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Override
  protected int serverPort() {
    return SERVER.port();
  }

  @Override
  protected Gallery newBackend(int port) {
    return MilvusUnderTest.at(port, Duration.ofSeconds(4)).gallery(new ModelId("made-up-1"), 64);
  }

  @Override
  protected void use(Gallery gallery) {
    gallery.needsRebuild();
  }

  @Override
  protected Duration patience() {
    return Duration.ofSeconds(30);
  }
}
