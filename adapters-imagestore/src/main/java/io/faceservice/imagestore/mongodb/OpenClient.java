package io.faceservice.imagestore.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ServerDescription;
import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.InvalidInputException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The life of the driver's client, which finds a deployment again by itself; and the place where
 * the driver's exceptions end. Safe for use by many threads.
 */
final class OpenClient {
  private final MongoServer server;
  private final String database;

  /** Held by who opens. */
  private final Object opening = new Object();

  private volatile @Nullable MongoClient client;
  private volatile boolean closed;

  OpenClient(MongoServer server, String database) {
    this.server = server;
    this.database = database;
  }

  /** Connects, unless it did, and lets something be done before others may use the client. */
  void open(Consumer<Supplier<Tables>> preparation) {
    synchronized (opening) {
      requireNotClosed();
      if (client != null) {
        return;
      }
      MongoClient opened = MongoClients.create(ClientSettings.of(server));
      try {
        translating(
            opened,
            () -> {
              preparation.accept(() -> tables(opened));
              return opened;
            });
        requireNotClosed();
        client = opened;
      } finally {
        if (client == null) {
          opened.close();
        }
      }
    }
  }

  void close() {
    closed = true;
    MongoClient open;
    synchronized (opening) {
      open = client;
      client = null;
    }
    if (open != null) {
      closeInTime(open);
    }
  }

  /**
   * The driver takes leave of the server, and would wait for ever for one that does not answer: no
   * deadline of the client's counts for that.
   */
  private void closeInTime(MongoClient open) {
    Thread closing = Thread.ofPlatform().daemon().name("mongodb-close").start(open::close);
    try {
      closing.join(server.timeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  <T> T use(Function<Tables, T> work) {
    MongoClient open = client;
    if (open == null) {
      throw MongoFailures.notOpen();
    }
    return translating(open, () -> work.apply(tables(open)));
  }

  private Tables tables(MongoClient open) {
    requireNotClosed();
    return new Tables(open, database, Deadline.in(server.timeout()));
  }

  private void requireNotClosed() {
    if (closed) {
      throw MongoFailures.notOpen();
    }
  }

  private <T> T translating(MongoClient open, Supplier<T> work) {
    try {
      return work.get();
    } catch (BackendException e) {
      throw e;
    } catch (MongoException e) {
      throw MongoFailures.of(e, isReachable(open));
    } catch (IllegalStateException e) {
      if (closed) {
        throw MongoFailures.notOpen(); // the driver's word for a client closed under a call
      }
      throw e;
    } catch (IllegalArgumentException | InvalidInputException | ClassCastException e) {
      throw MongoFailures.nonsense(e);
    }
  }

  /** Whether the driver has heard of any server lately. */
  private static boolean isReachable(MongoClient open) {
    return open.getClusterDescription().getServerDescriptions().stream()
        .anyMatch(ServerDescription::isOk);
  }
}
