package io.faceservice.inference.tfserving;

import com.google.protobuf.Int64Value;
import io.faceservice.inference.tfserving.wire.ModelSpec;
import java.util.HashMap;
import java.util.Map;

/** Which version of each model is asked for: the newest, one by number, or one by label. */
public final class ModelVersions {
  private static final String NEWEST = "latest";
  private static final String ALL = "";

  private final Map<String, String> choices = new HashMap<>();

  /**
   * @param words entries with commas between them: {@code model=version} for one model, {@code
   *     version} for all others. A version is {@code latest}, a number or a label
   */
  public ModelVersions(String words) {
    for (String entry : words.split(",", -1)) {
      int equals = entry.indexOf('=');
      String model = equals < 0 ? ALL : entry.substring(0, equals).strip();
      String version = entry.substring(equals + 1).strip();
      if (version.isEmpty() || choices.put(model, version) != null) {
        throw new IllegalArgumentException(
            "versions has entries like latest, 3, stable or arcface=3, each once, not \"%s\""
                .formatted(words));
      }
    }
  }

  /** What a request for that model says. */
  ModelSpec spec(String model) {
    String choice = choices.getOrDefault(model, choices.getOrDefault(ALL, NEWEST));
    ModelSpec.Builder spec =
        ModelSpec.newBuilder().setName(model).setSignatureName(TfServingTensorModel.SIGNATURE);
    if (choice.equals(NEWEST)) {
      return spec.build();
    }
    return choice.chars().allMatch(Character::isDigit)
        ? spec.setVersion(Int64Value.of(Long.parseLong(choice))).build()
        : spec.setVersionLabel(choice).build();
  }
}
