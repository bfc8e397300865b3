package io.faceservice.inference;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Health;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An engine whose models answer what a test tells: the models' meaning without their weights. */
final class ScriptedEngine implements TensorEngine {
  private final Map<String, UnaryOperator<Map<String, Tensor>>> answers = new HashMap<>();
  private final List<Path> loaded = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();

  /** The model of that file name answers any input so. */
  ScriptedEngine answering(String file, Map<String, Tensor> outputs) {
    answers.put(file, inputs -> outputs);
    return this;
  }

  /** Every file that was loaded, in that order. */
  List<Path> loaded() {
    return loaded;
  }

  /** The names of the files whose models were closed. */
  List<String> closed() {
    return closed;
  }

  @Override
  public TensorModel load(Path file, TensorSignature signature) {
    String name = String.valueOf(file.getFileName());
    var answer = answers.get(name);
    if (answer == null) {
      throw new BackendException(Kind.CORRUPT, "inference", name + " is no model");
    }
    loaded.add(file);
    return new ScriptedModel(answer, () -> closed.add(name));
  }

  @Override
  public boolean fasterTogether() {
    return false;
  }

  @Override
  public Health check() {
    return Health.up("scripted");
  }

  @Override
  public void close() {}
}
