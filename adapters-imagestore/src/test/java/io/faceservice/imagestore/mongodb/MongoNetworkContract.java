package io.faceservice.imagestore.mongodb;

import com.mongodb.ConnectionString;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.RemoteBackendContract;
import java.time.Duration;
import org.bson.types.ObjectId;

/** What the store promises of a server that may be out of reach. */
abstract class MongoNetworkContract extends RemoteBackendContract<ImageStore> {
  /** Where the server is. */
  protected abstract String uri();

  @Override
  protected final int serverPort() {
    String host = new ConnectionString(uri()).getHosts().getFirst();
    return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
  }

  @Override
  protected final ImageStore newBackend(int port) {
    var through = Stores.server("mongodb://127.0.0.1:" + port, Duration.ofSeconds(2));
    return Stores.of(through, new ObjectId().toHexString(), Enrolments.MODEL);
  }

  @Override
  protected final void use(ImageStore store) {
    store.sources();
  }

  @Override
  protected final Duration patience() {
    return Duration.ofSeconds(20);
  }
}
