package io.faceservice.inference.onnx;

import ai.onnxruntime.OrtProvider;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to run the models.
 *
 * @param wish how much a GPU is wanted
 * @param gpu the number of the GPU, where there are several
 */
public record OnnxDevice(Wish wish, int gpu) {
  private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

  /** How much a GPU is wanted. */
  public enum Wish {
    /** Not at all. */
    CPU,
    /** It or nothing. */
    CUDA,
    /** If there is one. */
    AUTO
  }

  /**
   * Reads {@code cpu}, {@code cuda}, {@code cuda:N} or {@code auto}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static OnnxDevice parse(String words) {
    Matcher cuda = CUDA.matcher(words);
    if (cuda.matches()) {
      return new OnnxDevice(Wish.CUDA, cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
    }
    return switch (words) {
      case "cpu" -> new OnnxDevice(Wish.CPU, 0);
      case "auto" -> new OnnxDevice(Wish.AUTO, 0);
      default -> throw new IllegalArgumentException("cpu, cuda, cuda:N or auto, not " + words);
    };
  }

  /**
   * Whether CUDA is to be tried.
   *
   * @param built what this build of the runtime knows
   * @throws IllegalArgumentException if it must be and cannot
   */
  boolean triesCuda(Collection<OrtProvider> built) {
    boolean there = built.contains(OrtProvider.CUDA);
    return switch (wish) {
      case CPU -> false;
      case AUTO -> there;
      case CUDA -> {
        if (!there) {
          throw new IllegalArgumentException(
              "this build has no CUDA: build it with -Pgpu, or set cpu or auto");
        }
        yield true;
      }
    };
  }

  @Override
  public String toString() {
    return switch (wish) {
      case CPU -> "cpu";
      case CUDA -> "cuda:" + gpu;
      case AUTO -> "auto";
    };
  }
}
