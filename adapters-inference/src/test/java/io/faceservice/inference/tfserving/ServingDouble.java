package io.faceservice.inference.tfserving;

import com.google.protobuf.Any;
import com.google.protobuf.Int64Value;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorSpec;
import io.faceservice.inference.tfserving.wire.DataType;
import io.faceservice.inference.tfserving.wire.GetModelMetadataRequest;
import io.faceservice.inference.tfserving.wire.GetModelMetadataResponse;
import io.faceservice.inference.tfserving.wire.ModelSpec;
import io.faceservice.inference.tfserving.wire.PredictRequest;
import io.faceservice.inference.tfserving.wire.PredictResponse;
import io.faceservice.inference.tfserving.wire.PredictionServiceGrpc.PredictionServiceImplBase;
import io.faceservice.inference.tfserving.wire.SignatureDef;
import io.faceservice.inference.tfserving.wire.SignatureDefMap;
import io.faceservice.inference.tfserving.wire.TensorInfo;
import io.faceservice.inference.tfserving.wire.TensorProto;
import io.faceservice.inference.tfserving.wire.TensorShapeProto;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of one model that misbehaves as a test tells it: input {@code in} of n × 2, output
 * {@code out} of n × 2, each value doubled.
 */
final class ServingDouble extends PredictionServiceImplBase implements AutoCloseable {
  /** What to do with a prediction. */
  interface Behaviour {
    void answer(PredictRequest request, StreamObserver<PredictResponse> to);
  }

  private final Server server;
  private final AtomicInteger predictions = new AtomicInteger();
  private volatile Behaviour behaviour = (request, to) -> reply(to, doubled(request));
  private volatile TensorSpec input = new TensorSpec("in", List.of(-1L, 2L));
  private volatile DataType type = DataType.DT_FLOAT;
  private volatile long version = 1;

  ServingDouble() {
    this(0, InsecureServerCredentials.create());
  }

  ServingDouble(int port, ServerCredentials credentials) {
    try {
      this.server =
          NettyServerBuilder.forAddress(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), port), credentials)
              .maxInboundMessageSize(1 << 20)
              .addService(this)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getPort();
  }

  String target() {
    return "127.0.0.1:" + port();
  }

  int predictions() {
    return predictions.get();
  }

  void behave(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  void recover() {
    behave((request, to) -> reply(to, doubled(request)));
  }

  void takes(TensorSpec input, DataType type) {
    this.input = input;
    this.type = type;
  }

  void serveVersion(long version) {
    this.version = version;
  }

  @Override
  public void predict(PredictRequest request, StreamObserver<PredictResponse> to) {
    predictions.incrementAndGet();
    behaviour.answer(request, to);
  }

  @Override
  public void getModelMetadata(
      GetModelMetadataRequest request, StreamObserver<GetModelMetadataResponse> to) {
    SignatureDef signature =
        SignatureDef.newBuilder()
            .putInputs(input.name(), info(input, type))
            .putOutputs("out", info(new TensorSpec("out", List.of(-1L, 2L)), DataType.DT_FLOAT))
            .build();
    to.onNext(
        GetModelMetadataResponse.newBuilder()
            .setModelSpec(spec())
            .putMetadata(
                "signature_def",
                Any.pack(
                    SignatureDefMap.newBuilder()
                        .putSignatureDef("serving_default", signature)
                        .build()))
            .build());
    to.onCompleted();
  }

  private static TensorInfo info(TensorSpec spec, DataType type) {
    var shape = TensorShapeProto.newBuilder();
    spec.shape().forEach(s -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(s)));
    return TensorInfo.newBuilder().setDtype(type).setTensorShape(shape).build();
  }

  private ModelSpec spec() {
    return ModelSpec.newBuilder().setName("double").setVersion(Int64Value.of(version)).build();
  }

  static TensorProto doubled(PredictRequest request) {
    Tensor in = WireTensors.fromWire("in", request.getInputsOrThrow("in"));
    float[] values = in.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 2;
    }
    return WireTensors.toWire(Tensor.of(values, in.shape()));
  }

  void reply(StreamObserver<PredictResponse> to, TensorProto output) {
    to.onNext(
        PredictResponse.newBuilder()
            .setModelSpec(spec())
            .putAllOutputs(Map.of("out", output))
            .build());
    to.onCompleted();
  }

  static void fail(StreamObserver<PredictResponse> to, Status status) {
    to.onError(status.asRuntimeException());
  }

  /** Ends at once, and breaks off what is running. */
  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
