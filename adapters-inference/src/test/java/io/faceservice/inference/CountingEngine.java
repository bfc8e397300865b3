package io.faceservice.inference;

import io.faceservice.application.port.Health;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorRun;
import io.faceservice.inference.tensor.TensorSignature;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Another engine, of whose models one is watched. */
final class CountingEngine implements TensorEngine {
  private final TensorEngine engine;
  private final String watched;
  private final List<Long> runs = new CopyOnWriteArrayList<>();

  CountingEngine(TensorEngine engine, String watched) {
    this.engine = engine;
    this.watched = watched;
  }

  /** How many pictures each run of the watched model had since this was asked last. */
  List<Long> runs() {
    List<Long> since = List.copyOf(runs);
    runs.clear();
    return since;
  }

  @Override
  public TensorModel load(Path file, TensorSignature signature) {
    TensorModel model = engine.load(file, signature);
    return file.endsWith(watched) ? new Counted(model) : model;
  }

  @Override
  public boolean fasterTogether() {
    return engine.fasterTogether();
  }

  @Override
  public Health check() {
    return engine.check();
  }

  @Override
  public void close() {
    engine.close();
  }

  private final class Counted implements TensorModel {
    private final TensorModel model;

    Counted(TensorModel model) {
      this.model = model;
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
      runs.add(inputs.values().iterator().next().shape()[0]);
      return model.run(inputs);
    }

    @Override
    public void prepare() {
      model.prepare();
    }

    @Override
    public void checkRevisions(Consumer<TensorRun> check) {
      model.checkRevisions(check);
    }

    @Override
    public void recheck() {
      model.recheck();
    }

    @Override
    public boolean batches() {
      return model.batches();
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
