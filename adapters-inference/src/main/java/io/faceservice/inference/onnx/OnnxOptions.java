package io.faceservice.inference.onnx;

import java.util.HashMap;
import java.util.Map;

/**
 * How ONNX Runtime runs models.
 *
 * @param threads how many threads one run may use; 1 serves a crowd best, for then requests run
 *     side by side without waiting for each other
 * @param device what runs them
 * @param freeBatch whether models made for one picture are to take several
 * @param cuda options of the CUDA provider, as ONNX Runtime names them
 * @param tensorRt options of the TensorRT provider; it is used before CUDA if there are any
 */
public record OnnxOptions(
    int threads,
    OnnxDevice device,
    boolean freeBatch,
    Map<String, String> cuda,
    Map<String, String> tensorRt) {
  public OnnxOptions {
    cuda = Map.copyOf(cuda);
    tensorRt = Map.copyOf(tensorRt);
    if (threads < 1) {
      throw new IllegalArgumentException("a model runs on one thread or more");
    }
  }

  /** One picture at a time on the processor. */
  public static OnnxOptions onCpu(int threads) {
    return new OnnxOptions(threads, OnnxDevice.parse("cpu"), false, Map.of(), Map.of());
  }

  /**
   * Reads {@code name=value} with commas between them; nothing for an empty text.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Map<String, String> providerOptions(String words) {
    Map<String, String> options = new HashMap<>();
    if (!words.isBlank()) {
      for (String word : words.split(",", -1)) {
        int equals = word.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException("\"" + word + "\" is no name=value");
        }
        options.put(word.substring(0, equals).strip(), word.substring(equals + 1).strip());
      }
    }
    return options;
  }
}
