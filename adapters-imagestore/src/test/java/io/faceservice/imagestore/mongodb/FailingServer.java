package io.faceservice.imagestore.mongodb;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * A server that from some command on refuses all, as if whoever sends them were dead. It counts the
 * commands that write, since those that read change nothing.
 */
final class FailingServer implements AutoCloseable {
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

  private final MongoBackend memory = new MemoryBackend().version(ServerVersion.MONGO_5_0);
  private final InProcessServer server;
  private int left = Integer.MAX_VALUE;
  private boolean carriesOutTheLast;

  FailingServer() {
    var failing =
        (MongoBackend)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {MongoBackend.class},
                (proxy, method, arguments) -> answer(method, arguments));
    server = new InProcessServer(failing);
  }

  private Object answer(Method method, Object[] arguments) throws Throwable {
    if (arguments != null
        && arguments.length == 1
        && arguments[0] instanceof MongoMessage message
        && WRITES.contains(message.getDocument().keySet().iterator().next())) {
      return answerWrite(method, arguments);
    }
    return invoke(method, arguments);
  }

  private synchronized Object answerWrite(Method method, Object[] arguments) throws Throwable {
    left--;
    if (left > 0) {
      return invoke(method, arguments);
    }
    if (left == 0 && carriesOutTheLast) {
      invoke(method, arguments);
    }
    throw new MongoServerError(8000, "Dead", "the sender counts as dead");
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(memory, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  String uri() {
    return server.uri();
  }

  /** Refuses the writing command of this number, counted from now, and all behind it. */
  synchronized void failFrom(int command, boolean carryOutThatOne) {
    left = command;
    carriesOutTheLast = carryOutThatOne;
  }

  synchronized void heal() {
    left = Integer.MAX_VALUE;
  }

  void empty(String database) {
    memory.dropDatabase(database);
  }

  @Override
  public void close() {
    server.close();
  }
}
