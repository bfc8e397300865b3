package io.faceservice.imagestore.mongodb;

import com.mongodb.ConnectionString;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.RemoteBackendContract;
import java.time.Duration;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class MongoRemoteTest extends RemoteBackendContract<ImageStore> {
  private static InProcessServer server;

  @BeforeAll
  static void start() {
    server = new InProcessServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected int serverPort() {
    String host = new ConnectionString(server.uri()).getHosts().getFirst();
    return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
  }

  @Override
  protected ImageStore newBackend(int port) {
    var through = Stores.server("mongodb://127.0.0.1:" + port, Duration.ofSeconds(2));
    return Stores.of(through, new ObjectId().toHexString(), Enrolments.MODEL);
  }

  @Override
  protected void use(ImageStore store) {
    store.sources();
  }

  @Override
  protected Duration patience() {
    return Duration.ofSeconds(20);
  }
}
