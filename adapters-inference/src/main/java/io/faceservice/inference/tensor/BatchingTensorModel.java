package io.faceservice.inference.tensor;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets pictures that come within a short time, alone or several together, share one run. The first
 * to come waits for others and runs for all of them; each gets its own part of the answer, or the
 * common failure.
 */
public final class BatchingTensorModel implements TensorModel {
  private final TensorModel model;
  private final Duration window;
  private final int most;
  private @Nullable TensorBatch open;

  /**
   * @param window how long the first waits for others
   * @param most how many pictures share one run
   */
  public BatchingTensorModel(TensorModel model, Duration window, int most) {
    this.model = model;
    this.window = window;
    this.most = most;
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs) {
    int pictures = TensorBatch.pictures(inputs);
    if (pictures == 0 || pictures >= most || !model.batches()) {
      return model.run(inputs);
    }
    TensorBatch batch;
    int place;
    synchronized (this) {
      batch = open;
      if (batch == null || !batch.takes(inputs)) {
        batch = new TensorBatch(most);
        open = batch;
      }
      place = batch.add(inputs);
      if (batch.isFull()) {
        open = null;
      }
    }
    if (place == 0) {
      lead(batch);
    }
    return answer(batch, place);
  }

  private void lead(TensorBatch batch) {
    batch.awaitOthers(window);
    synchronized (this) {
      if (open == batch) {
        open = null;
      }
    }
    batch.run(model);
  }

  private static Map<String, Tensor> answer(TensorBatch batch, int place) {
    try {
      List<Map<String, Tensor>> answers = batch.answers().join();
      return answers.get(place);
    } catch (CompletionException e) {
      if (e.getCause() instanceof BackendException cause) {
        throw new BackendException(
            cause.kind(), cause.backend(), String.valueOf(cause.getMessage()), cause);
      }
      throw new BackendException(Kind.CORRUPT, "inference", "a shared run failed", e);
    }
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
