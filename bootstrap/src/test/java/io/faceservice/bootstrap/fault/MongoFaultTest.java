package io.faceservice.bootstrap.fault;

import io.faceservice.bootstrap.servers.FerretDbServer;
import io.faceservice.bootstrap.servers.StoreServer;
import java.nio.file.Path;

final class MongoFaultTest extends StoreFaults {
  MongoFaultTest() {
    super("mongodb.yml", "images", "image store", "FACE_IMAGES_MONGODB_TIMEOUT");
  }

  @Override
  StoreServer start(Path folder) {
    return new FerretDbServer(folder.resolve("data"));
  }
}
