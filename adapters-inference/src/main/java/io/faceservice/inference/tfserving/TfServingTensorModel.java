package io.faceservice.inference.tfserving;

import com.google.protobuf.Int64Value;
import com.google.protobuf.InvalidProtocolBufferException;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorCheck;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorRun;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import io.faceservice.inference.tfserving.wire.GetModelMetadataResponse;
import io.faceservice.inference.tfserving.wire.ModelSpec;
import io.faceservice.inference.tfserving.wire.PredictRequest;
import io.faceservice.inference.tfserving.wire.PredictResponse;
import io.faceservice.inference.tfserving.wire.SignatureDef;
import io.faceservice.inference.tfserving.wire.SignatureDefMap;
import io.faceservice.inference.tfserving.wire.TensorInfo;
import io.grpc.Deadline;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One model of a server. The server may serve another version from one call to the next; each is
 * held to the description, and to the check of revisions, before its first answer is given.
 */
final class TfServingTensorModel implements TensorModel {
  static final String SIGNATURE = "serving_default";

  private final PredictionClient client;
  private final ModelSpec wanted;
  private final TensorCheck check;

  /** Versions that were found to be as described; forgotten when a call fails. */
  private volatile Map<Long, TensorSignature> known = Map.of();

  private volatile Consumer<TensorRun> revisionCheck = run -> {};
  private volatile boolean closed;

  TfServingTensorModel(PredictionClient client, ModelSpec wanted, TensorSignature signature) {
    this.client = client;
    this.wanted = wanted;
    this.check = new TensorCheck(wanted.getName(), signature);
  }

  @Override
  public void checkRevisions(Consumer<TensorRun> revisionCheck) {
    this.revisionCheck = revisionCheck;
  }

  @Override
  public void prepare() {
    prepared(client.deadline());
  }

  @Override
  public void recheck() {
    known = Map.of();
    prepare();
  }

  @Override
  public boolean batches() {
    return !known.isEmpty()
        && known.values().stream()
            .flatMap(told -> told.inputs().stream())
            .allMatch(i -> !i.shape().isEmpty() && i.shape().getFirst() == TensorSpec.FREE);
  }

  /** All calls that it takes share one deadline. */
  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs) {
    Deadline deadline = client.deadline();
    try {
      TensorSignature told = prepared(deadline);
      PredictResponse response = predict(wanted, told, inputs, deadline);
      return outputs(response, admitted(response.getModelSpec(), deadline));
    } catch (BackendException e) {
      // Whatever answers next may be something else.
      known = Map.of();
      throw e;
    }
  }

  /** Asks what would answer now. */
  void describe(Deadline deadline) {
    client.metadata(wanted, deadline);
  }

  private TensorSignature prepared(Deadline deadline) {
    if (closed) {
      throw new BackendException(Kind.UNAVAILABLE, "inference", wanted.getName() + " is closed");
    }
    Iterator<TensorSignature> some = known.values().iterator();
    return some.hasNext()
        ? some.next()
        : admitted(client.metadata(wanted, deadline).getModelSpec(), deadline);
  }

  /** Several threads may check one version at a time, which beats waiting for each other. */
  private TensorSignature admitted(ModelSpec answering, Deadline deadline) {
    long version = answering.getVersion().getValue();
    TensorSignature there = known.get(version);
    if (there != null) {
      return there;
    }
    ModelSpec pinned = wanted.toBuilder().setVersion(Int64Value.of(version)).build();
    TensorSignature told = signature(client.metadata(pinned, deadline));
    check.signature(told);
    revisionCheck.accept(inputs -> outputs(predict(pinned, told, inputs, deadline), told));
    remember(version, told);
    return told;
  }

  private synchronized void remember(long version, TensorSignature told) {
    Map<Long, TensorSignature> more = new HashMap<>(known);
    more.put(version, told);
    known = Map.copyOf(more);
  }

  private TensorSignature signature(GetModelMetadataResponse metadata) {
    try {
      SignatureDef told =
          metadata
              .getMetadataOrThrow(PredictionClient.SIGNATURES)
              .unpack(SignatureDefMap.class)
              .getSignatureDefOrThrow(SIGNATURE);
      return new TensorSignature(
          specs(told.getInputsMap(), name -> true), specs(told.getOutputsMap(), check::cares));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new BackendException(
          Kind.CORRUPT,
          "inference",
          "TensorFlow Serving describes no %s of %s".formatted(SIGNATURE, wanted.getName()),
          e);
    }
  }

  private static List<TensorSpec> specs(Map<String, TensorInfo> infos, Predicate<String> matters) {
    return infos.entrySet().stream()
        .filter(info -> matters.test(info.getKey()))
        .map(info -> WireTensors.spec(info.getKey(), info.getValue()))
        .toList();
  }

  private PredictResponse predict(
      ModelSpec model, TensorSignature told, Map<String, Tensor> inputs, Deadline deadline) {
    PredictRequest.Builder request = PredictRequest.newBuilder().setModelSpec(model);
    inputs.forEach(
        (name, tensor) ->
            request.putInputs(
                name.equals(TensorSpec.ONLY) ? told.inputs().getFirst().name() : name,
                WireTensors.toWire(tensor)));
    return client.predict(request.build(), deadline);
  }

  private Map<String, Tensor> outputs(PredictResponse response, TensorSignature told) {
    Map<String, Tensor> given = new HashMap<>();
    response
        .getOutputsMap()
        .forEach(
            (name, wire) -> {
              if (check.cares(name)) {
                given.put(name, WireTensors.fromWire(name, wire));
              }
            });
    return check.outputs(given, told);
  }

  @Override
  public void close() {
    closed = true;
  }
}
