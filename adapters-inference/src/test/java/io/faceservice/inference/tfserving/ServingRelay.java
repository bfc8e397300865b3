package io.faceservice.inference.tfserving;

import io.faceservice.inference.tfserving.wire.GetModelMetadataRequest;
import io.faceservice.inference.tfserving.wire.GetModelMetadataResponse;
import io.faceservice.inference.tfserving.wire.PredictRequest;
import io.faceservice.inference.tfserving.wire.PredictResponse;
import io.faceservice.inference.tfserving.wire.PredictionServiceGrpc;
import io.faceservice.inference.tfserving.wire.PredictionServiceGrpc.PredictionServiceBlockingStub;
import io.faceservice.inference.tfserving.wire.PredictionServiceGrpc.PredictionServiceImplBase;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Stands before a server and passes on what is asked and answered, but for what a test spoils of
 * it: a server that is sound in everything else.
 */
public final class ServingRelay extends PredictionServiceImplBase implements AutoCloseable {
  /** A prediction that was passed on: of how many pictures, and which version answered. */
  public record Passed(String model, long pictures, long version) {}

  private final ManagedChannel upstream;
  private final Server server;
  private final List<Passed> passed = new CopyOnWriteArrayList<>();
  private volatile Spoiling spoiling = Spoiling.nothing();
  private volatile CountDownLatch held = new CountDownLatch(0);

  /**
   * @param port 0 for a free one
   * @param target the server behind
   */
  public ServingRelay(int port, String target) {
    this.upstream =
        NettyChannelBuilder.forTarget(target, InsecureChannelCredentials.create())
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .build();
    try {
      this.server =
          NettyServerBuilder.forAddress(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                  InsecureServerCredentials.create())
              .maxInboundMessageSize(Integer.MAX_VALUE)
              .addService(this)
              .build()
              .start();
    } catch (IOException e) {
      upstream.shutdownNow();
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getPort();
  }

  public String target() {
    return "127.0.0.1:" + port();
  }

  /** Spoils the answers of one model from now on. */
  public void spoil(String model, Spoiling.Fault fault) {
    spoiling = new Spoiling(model, fault);
  }

  /** Leaves all answers as they are again. */
  public void mend() {
    spoiling = Spoiling.nothing();
  }

  /** Keeps all predictions from now on, and answers none. */
  public void hold() {
    held = new CountDownLatch(1);
    spoil(Spoiling.ANY, Spoiling.Fault.NO_ANSWER);
  }

  /** Waits until a prediction is kept. */
  public void awaitHeld() throws InterruptedException {
    if (!held.await(1, TimeUnit.MINUTES)) {
      throw new AssertionError("nobody asked for a prediction");
    }
  }

  /** What was passed on since this was asked last. */
  public List<Passed> passed() {
    List<Passed> since = List.copyOf(passed);
    passed.clear();
    return since;
  }

  @Override
  public void predict(PredictRequest request, StreamObserver<PredictResponse> to) {
    String model = request.getModelSpec().getName();
    Spoiling now = spoiling;
    if (now.silences(model)) {
      held.countDown();
      return;
    }
    answer(
        to,
        () -> {
          PredictResponse response = now.of(model, upstream().predict(request));
          long pictures =
              request
                  .getInputsMap()
                  .values()
                  .iterator()
                  .next()
                  .getTensorShape()
                  .getDim(0)
                  .getSize();
          passed.add(new Passed(model, pictures, response.getModelSpec().getVersion().getValue()));
          return response;
        });
  }

  @Override
  public void getModelMetadata(
      GetModelMetadataRequest request, StreamObserver<GetModelMetadataResponse> to) {
    answer(to, () -> upstream().getModelMetadata(request));
  }

  private PredictionServiceBlockingStub upstream() {
    return PredictionServiceGrpc.newBlockingStub(upstream)
        .withWaitForReady()
        .withDeadlineAfter(1, TimeUnit.MINUTES);
  }

  private static <T> void answer(StreamObserver<T> to, Supplier<T> answer) {
    try {
      T response = answer.get();
      to.onNext(response);
      to.onCompleted();
    } catch (StatusRuntimeException e) {
      to.onError(e.getStatus().asRuntimeException());
    }
  }

  /** Ends at once, and breaks off what is running. */
  @Override
  public void close() {
    server.shutdownNow();
    upstream.shutdownNow();
    try {
      server.awaitTermination();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
