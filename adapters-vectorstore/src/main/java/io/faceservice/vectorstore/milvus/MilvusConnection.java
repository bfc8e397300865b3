package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.shaded.io.grpc.ConnectivityState;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.shaded.io.grpc.StatusRuntimeException;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.client.RetryConfig;
import io.milvus.v2.exception.MilvusClientException;
import org.jspecify.annotations.Nullable;

/**
 * Asks Milvus and tells its failures as ours. It outlives the server: a call after the server came
 * back reaches it. Safe for use by many threads.
 */
final class MilvusConnection {
  private final MilvusServer server;
  private @Nullable ManagedChannel channel;
  private @Nullable MilvusClientV2 client;
  private boolean closed;

  /** Nothing is connected before the first call. */
  MilvusConnection(MilvusServer server) {
    this.server = server;
  }

  /** What is asked of the client. */
  interface Call<T> {
    T on(MilvusClientV2 client);
  }

  /** What is told to the client. */
  interface Order {
    void on(MilvusClientV2 client);
  }

  MilvusServer server() {
    return server;
  }

  <T> T ask(Call<T> call) {
    try {
      return askPlainly(call);
    } catch (MilvusClientException | StatusRuntimeException e) {
      throw MilvusFailures.of(server, e);
    }
  }

  void tell(Order order) {
    ask(
        milvus -> {
          order.on(milvus);
          return milvus;
        });
  }

  /** As {@link #ask}, for whoever can mend some of the client's own failures. */
  <T> T askPlainly(Call<T> call) {
    MilvusClientV2 asked = client();
    try {
      return call.on(asked);
    } catch (MilvusClientException | StatusRuntimeException e) {
      BackendException failure = MilvusFailures.of(server, e);
      if (failure.kind() == Kind.UNAVAILABLE) {
        forgetUnconnected();
      }
      throw e;
    }
  }

  private synchronized MilvusClientV2 client() {
    if (closed) {
      throw MilvusFailures.closed();
    }
    if (client == null) {
      ManagedChannel opened = MilvusChannel.to(server);
      // Without settings of its own it connects to nothing, and takes the stub it is given.
      var built = new MilvusClientV2(null);
      built.retryConfig(RetryConfig.builder().maxRetryTimes(1).build());
      built.setBlockingStub(MilvusServiceGrpc.newBlockingStub(opened));
      channel = opened;
      client = built;
    }
    return client;
  }

  /**
   * A channel that could not connect fails all calls with what it met last, for seconds and then
   * minutes, even when the server is back. The next call gets another, which tries at once.
   */
  private synchronized void forgetUnconnected() {
    if (channel != null && channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
      channel.shutdown();
      channel = null;
      client = null;
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** For good. Calls that wait for an answer fail at once. */
  synchronized void close() {
    closed = true;
    if (channel != null) {
      channel.shutdownNow();
      channel = null;
      client = null;
    }
  }
}
