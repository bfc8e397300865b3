package io.faceservice.http.compat;

import io.faceservice.application.acquire.Capture;
import io.faceservice.application.compare.Comparison;
import io.faceservice.application.compare.Comparison.Compared;
import io.faceservice.application.compare.Comparison.Liveness;
import io.faceservice.application.compare.Comparison.Role;
import io.faceservice.domain.compare.ComparisonDecision;
import io.faceservice.domain.liveness.PadScore;
import io.faceservice.http.wire.BoxCorners;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How {@code /check-2-face} and {@code /face-otp} answer: the contract's fields, then ours. */
record ComparisonAnswer(
    String status,
    String compareResult,
    @Nullable List<Double> featureVector,
    double similatorPercent,
    @Nullable Boolean isLive,
    String model,
    double threshold,
    Map<String, Integer> faces,
    Map<String, List<Long>> box,
    @Nullable LivenessDetail liveness) {

  /** What liveness was judged by. */
  record LivenessDetail(double padScore, List<FrameDetail> frames) {}

  /** What was found in one frame. */
  record FrameDetail(double padScore, double similarity) {}

  static HttpResponse<?> of(Comparison comparison) {
    return switch (comparison) {
      case Comparison.NotAcquired none -> CompatErrors.noFace(HttpStatus.OK);
      case Compared compared -> HttpResponse.ok(of(compared));
    };
  }

  private static ComparisonAnswer of(Compared compared) {
    boolean match = compared.verdict().decision() == ComparisonDecision.MATCH;
    Liveness liveness = match ? compared.liveness() : new Liveness.NotAsked();
    return new ComparisonAnswer(
        "SUCCESS",
        match ? "MATCH" : "DO_NOT_MATCH",
        match ? List.of() : null,
        compared.verdict().similarity().value(),
        isLive(liveness),
        compared.model().value(),
        compared.verdict().threshold().value(),
        byField(compared.captures(), Capture::faces),
        byField(compared.captures(), capture -> BoxCorners.of(capture.box())),
        detail(liveness));
  }

  private static @Nullable Boolean isLive(Liveness liveness) {
    return switch (liveness) {
      case Liveness.NotAsked unasked -> null;
      case Liveness.Assessed assessed -> assessed.live();
    };
  }

  private static @Nullable LivenessDetail detail(Liveness liveness) {
    return switch (liveness) {
      case Liveness.NotAsked unasked -> null;
      case Liveness.Assessed(boolean live, PadScore probe, var frames) ->
          new LivenessDetail(
              probe.value(),
              frames.stream()
                  .map(f -> new FrameDetail(f.padScore().value(), f.similarity().value()))
                  .toList());
    };
  }

  private static <T> Map<String, T> byField(
      Map<Role, Capture> captures, Function<Capture, T> value) {
    Map<String, T> byField = new LinkedHashMap<>();
    new EnumMap<>(captures)
        .forEach((role, capture) -> byField.put(field(role), value.apply(capture)));
    return byField;
  }

  private static String field(Role role) {
    return switch (role) {
      case REFERENCE -> "people_1";
      case PROBE -> "people_2";
    };
  }
}
