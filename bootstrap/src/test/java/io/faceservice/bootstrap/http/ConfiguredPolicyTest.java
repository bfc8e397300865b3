package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator sets is what decides. */
final class ConfiguredPolicyTest {

  /** Two photos of one person, of which one passes a severe threshold and the other does not. */
  private final double first = padScore(Images.ADA);

  private final double second = padScore(Images.ADA_AGAIN);
  private final String genuine = first > second ? Images.ADA : Images.ADA_AGAIN;
  private final String attack = first > second ? Images.ADA_AGAIN : Images.ADA;
  private final Map<String, Object> severe =
      Map.of("face.policy.liveness.pad-threshold", (first + second) / 2);

  @Test
  void countsAsAnAttackWhatScoresBelowThePadThreshold() {
    try (Service service = Service.start(severe)) {
      assertThat(antiSpoof(service, genuine).get("is_fake").booleanValue()).isFalse();
      assertThat(antiSpoof(service, attack).get("is_fake").booleanValue()).isTrue();
    }
  }

  @Test
  void findsNobodyLiveWhereTheProbeOrOneFrameIsAnAttack() {
    try (Service service = Service.start(severe)) {
      assertThat(isLive(service, genuine, List.of(genuine))).isTrue();
      assertThat(isLive(service, genuine, List.of(genuine, attack))).isFalse();
      assertThat(isLive(service, attack, List.of(genuine))).isFalse();
    }
  }

  @Test
  void asksForNothingButSimilarityInTheOldMode() {
    try (Service service =
        Service.start(
            Map.of(
                "face.policy.liveness.mode",
                "similarity",
                "face.policy.liveness.pad-threshold",
                1.0))) {
      assertThat(isLive(service, Images.ADA_AGAIN, List.of(Images.ADA, Images.ADA))).isTrue();
    }
  }

  @Test
  void matchesFromTheConfiguredThresholdOn() {
    try (Service service = Service.start(Map.of("face.policy.verification.threshold", 0.95))) {
      JsonNode answer = compare(service, Images.ADA_AGAIN, false, List.of());

      assertThat(answer.get("compare_result").textValue()).isEqualTo("DO_NOT_MATCH");
      assertThat(answer.get("threshold").doubleValue()).isEqualTo(0.95);
    }
  }

  private static double padScore(String image) {
    return antiSpoof(Service.shared(), image).get("liveness").get("pad_score").doubleValue();
  }

  private static JsonNode antiSpoof(Service service, String image) {
    return service.post("/api/v1/anti-spoof", Map.of("image", image)).json();
  }

  private static boolean isLive(Service service, String probe, List<String> frames) {
    return compare(service, probe, true, frames).get("is_live").booleanValue();
  }

  private static JsonNode compare(
      Service service, String probe, boolean live, List<String> frames) {
    return service
        .post(
            "/check-2-face",
            Map.of(
                "people_1", Images.ADA,
                "people_2", probe,
                "is_live_check", live,
                "people_2_liveness", frames))
        .json();
  }
}
