package io.faceservice.inference.tfserving;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Health;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import io.grpc.Deadline;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** TensorFlow Serving; all models share one channel. Nothing is asked before it is needed. */
public final class TfServingEngine implements TensorEngine {
  private final PredictionClient client;
  private final ModelVersions versions;
  private final List<TfServingTensorModel> models = new CopyOnWriteArrayList<>();

  public TfServingEngine(ServingOptions options, ModelVersions versions) {
    this.client = new PredictionClient(options);
    this.versions = versions;
  }

  @Override
  public TensorModel load(Path file, TensorSignature signature) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z]\\w*$", "");
    var model = new TfServingTensorModel(client, versions.spec(name), signature);
    models.add(model);
    return model;
  }

  /** One call costs less than several, and a server with a GPU computes them as one. */
  @Override
  public boolean fasterTogether() {
    return true;
  }

  /** Asks for a model's description, which a server that lives has at hand. */
  @Override
  public Health check() {
    Deadline deadline = client.deadline();
    try {
      for (TfServingTensorModel model : models) {
        model.describe(deadline);
      }
      return Health.up("TensorFlow Serving serves all models");
    } catch (BackendException e) {
      return Health.down(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
