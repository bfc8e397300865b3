package io.faceservice.application.acquire;

import io.faceservice.application.port.AlignedFace;
import io.faceservice.domain.biometric.FaceTemplate;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a look at a picture came to: all of it, or all but the template, which is made last, and
 * with those of the request's other pictures where that is faster. It holds no pixels.
 */
public sealed interface Finding<T> {

  /** Nothing is lacking. */
  record Whole<T>(T result) implements Finding<T> {}

  /**
   * The template is lacking.
   *
   * @param completion what follows from it
   */
  record Unencoded<T>(AlignedFace face, Function<FaceTemplate, T> completion)
      implements Finding<T> {}

  /**
   * Empty where there is no face.
   *
   * @param look takes from the picture what is needed, and lets go of its pixels
   */
  static <T> Finding<Optional<T>> of(
      Optional<FoundFace> found, Function<FoundFace, Function<FaceTemplate, T>> look) {
    return found
        .<Finding<Optional<T>>>map(
            face -> new Unencoded<>(face.aligned(), look.apply(face).andThen(Optional::of)))
        .orElseGet(() -> new Whole<>(Optional.empty()));
  }

  /** The face whose template is lacking, if one is. */
  default Optional<AlignedFace> unencoded() {
    return switch (this) {
      case Whole<T> whole -> Optional.empty();
      case Unencoded<T>(var face, var completion) -> Optional.of(face);
    };
  }

  default <U> Finding<U> map(Function<T, U> change) {
    return switch (this) {
      case Whole<T>(var result) -> new Whole<>(change.apply(result));
      case Unencoded<T>(var face, var completion) ->
          new Unencoded<>(face, completion.andThen(change));
    };
  }

  /** The result, with a template by that encoder if one is lacking. */
  default T completed(Function<AlignedFace, FaceTemplate> encoder) {
    return switch (this) {
      case Whole<T>(var result) -> result;
      case Unencoded<T>(var face, var completion) -> completion.apply(encoder.apply(face));
    };
  }
}
