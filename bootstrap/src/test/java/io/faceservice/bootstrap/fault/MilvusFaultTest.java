package io.faceservice.bootstrap.fault;

import io.faceservice.bootstrap.servers.MilvusLiteServer;
import io.faceservice.bootstrap.servers.StoreServer;
import java.nio.file.Path;

final class MilvusFaultTest extends StoreFaults {
  MilvusFaultTest() {
    super("milvus.yml", "gallery", "gallery", "FACE_GALLERY_MILVUS_TIMEOUTS_CALL");
  }

  @Override
  StoreServer start(Path folder) {
    return new MilvusLiteServer();
  }
}
