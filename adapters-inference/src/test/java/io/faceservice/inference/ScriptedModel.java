package io.faceservice.inference;

import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorRun;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A model that answers what a test tells; each preparation is a new revision. */
final class ScriptedModel implements TensorModel {
  private final UnaryOperator<Map<String, Tensor>> answer;
  private final Runnable onClose;
  private Consumer<TensorRun> check = run -> {};

  ScriptedModel(UnaryOperator<Map<String, Tensor>> answer, Runnable onClose) {
    this.answer = answer;
    this.onClose = onClose;
  }

  @Override
  public void prepare() {
    check.accept(answer::apply);
  }

  @Override
  public void recheck() {
    prepare();
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs) {
    return answer.apply(inputs);
  }

  @Override
  public void checkRevisions(Consumer<TensorRun> check) {
    this.check = check;
  }

  @Override
  public boolean batches() {
    return false;
  }

  @Override
  public void close() {
    onClose.run();
  }
}
