package io.faceservice.bootstrap.fault;

import io.faceservice.bootstrap.servers.OpenSearchServer;
import io.faceservice.bootstrap.servers.StoreServer;
import java.nio.file.Path;

final class OpenSearchFaultTest extends StoreFaults {
  OpenSearchFaultTest() {
    super("opensearch.yml", "gallery", "gallery", "FACE_GALLERY_OPENSEARCH_TIMEOUT_CALL");
  }

  @Override
  StoreServer start(Path folder) {
    return new OpenSearchServer();
  }
}
