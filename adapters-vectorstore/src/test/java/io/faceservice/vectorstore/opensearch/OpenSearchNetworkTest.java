package io.faceservice.vectorstore.opensearch;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.RemoteBackendContract;
import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Patience;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

@Tag("backends")
final class OpenSearchNetworkTest extends RemoteBackendContract<Gallery> {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofMinutes(1));

  @Override
  protected int serverPort() {
    return RealOpenSearch.shared().port();
  }

  @Override
  protected Gallery newBackend(int port) {
    return new OpenSearchGallery(
        TestSettings.of(port, TestSettings.freshIndex(), SHORT), new ModelId("made-up-1"), 8);
  }

  @Override
  protected void use(Gallery gallery) {
    gallery.search(Source.DEFAULT, new Templates(new ModelId("made-up-1"), 8).at(0), 1);
  }

  @Override
  protected Duration patience() {
    return Duration.ofSeconds(15);
  }
}
