package io.faceservice.inference.tfserving;

import io.faceservice.inference.tfserving.wire.GetModelMetadataRequest;
import io.faceservice.inference.tfserving.wire.GetModelMetadataResponse;
import io.faceservice.inference.tfserving.wire.ModelSpec;
import io.faceservice.inference.tfserving.wire.PredictRequest;
import io.faceservice.inference.tfserving.wire.PredictResponse;
import io.faceservice.inference.tfserving.wire.PredictionServiceGrpc;
import io.faceservice.inference.tfserving.wire.PredictionServiceGrpc.PredictionServiceBlockingStub;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The two calls of TensorFlow Serving that are used, each within the deadline. */
final class PredictionClient implements AutoCloseable {
  /** What of a model's description is asked for. */
  static final String SIGNATURES = "signature_def";

  private final ManagedChannel channel;
  private final Duration patience;

  PredictionClient(ServingOptions options) {
    this.channel = ServingChannel.open(options);
    this.patience = options.deadline();
  }

  /** When a call that begins now has to be over. */
  Deadline deadline() {
    return Deadline.after(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  PredictResponse predict(PredictRequest request, Deadline deadline) {
    try {
      return stub(deadline).predict(request);
    } catch (StatusRuntimeException e) {
      throw ServingFailures.of(request.getModelSpec().getName(), e);
    }
  }

  /** Tries at once to reach a server that could not be reached before, instead of waiting on. */
  GetModelMetadataResponse metadata(ModelSpec model, Deadline deadline) {
    channel.resetConnectBackoff();
    try {
      return stub(deadline)
          .getModelMetadata(
              GetModelMetadataRequest.newBuilder()
                  .setModelSpec(model)
                  .addMetadataField(SIGNATURES)
                  .build());
    } catch (StatusRuntimeException e) {
      throw ServingFailures.of(model.getName(), e);
    }
  }

  private PredictionServiceBlockingStub stub(Deadline deadline) {
    return PredictionServiceGrpc.newBlockingStub(channel).withDeadline(deadline);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
