package io.faceservice.inference.tfserving;

import java.time.Duration;

/** How tests reach a server. */
public final class Options {
  private Options() {}

  /** With a deadline that a machine busy with other tests keeps. */
  public static ServingOptions of(String target) {
    return within(target, Duration.ofSeconds(60));
  }

  static ServingOptions within(String target, Duration deadline) {
    return new ServingOptions(target, deadline, Duration.ofSeconds(30), 16 << 20, false, "");
  }

  /** An engine that asks for the newest version of all models. */
  public static TfServingEngine engine(String target) {
    return new TfServingEngine(of(target), new ModelVersions("latest"));
  }
}
