package io.faceservice.imagestore.mongodb;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.imagestore.mongodb.MongoServer.Login;
import java.util.Optional;

/** How the driver is set up: nothing is acknowledged before a majority has it on its disks. */
final class ClientSettings {
  private static final String DEFAULT_AUTH_DATABASE = "admin";

  private ClientSettings() {}

  static MongoClientSettings of(MongoServer server) {
    ConnectionString uri;
    try {
      uri = new ConnectionString(server.uri());
    } catch (IllegalArgumentException e) {
      // Without the cause, whose message may quote a password.
      throw MongoFailures.failure(
          Kind.REFUSED, "the image store's MongoDB has no valid connection string");
    }
    long timeout = server.timeout().toMillis();
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(uri)
            .applicationName("face-service")
            .readPreference(ReadPreference.primary())
            .readConcern(ReadConcern.MAJORITY)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .timeout(timeout, MILLISECONDS)
            .applyToClusterSettings(s -> s.serverSelectionTimeout(timeout, MILLISECONDS))
            .applyToSocketSettings(s -> s.connectTimeout(timeout, MILLISECONDS));
    if (!server.login().user().isEmpty()) {
      settings.credential(credential(uri, server.login()));
    }
    if (!server.authorities().isEmpty()) {
      var trust = Authorities.trusting(server.authorities());
      settings.applyToSslSettings(s -> s.enabled(true).context(trust));
    }
    return settings.build();
  }

  private static MongoCredential credential(ConnectionString uri, Login login) {
    String database =
        Optional.ofNullable(uri.getCredential())
            .map(MongoCredential::getSource)
            .orElse(DEFAULT_AUTH_DATABASE);
    return MongoCredential.createCredential(login.user(), database, login.password().toCharArray());
  }
}
