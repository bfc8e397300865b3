package io.faceservice.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.bootstrap.config.PolicyConfig.ActionsConfig;
import io.faceservice.bootstrap.config.PolicyConfig.EnrolmentConfig;
import io.faceservice.bootstrap.config.PolicyConfig.IdentificationConfig;
import io.faceservice.bootstrap.config.PolicyConfig.LivenessConfig;
import io.faceservice.bootstrap.config.PolicyConfig.VerificationConfig;
import io.faceservice.domain.liveness.LivenessPolicy.Mode;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyConfigTest {

  @Test
  void pinsTheDefaults() {
    try (ApplicationContext context = start(Map.of())) {
      assertThat(context.getBean(VerificationConfig.class)).isEqualTo(new VerificationConfig(0.7));
      assertThat(context.getBean(IdentificationConfig.class))
          .isEqualTo(new IdentificationConfig(0.7, 10));
      assertThat(context.getBean(EnrolmentConfig.class)).isEqualTo(new EnrolmentConfig(20));
      assertThat(context.getBean(LivenessConfig.class))
          .isEqualTo(new LivenessConfig(Mode.STRICT, 0.6, 0.6, 0, 0.5));
      assertThat(context.getBean(ActionsConfig.class))
          .isEqualTo(new ActionsConfig(1, -10.0, 10.0, 10.0, -10.0, 8.0, -8.0, 5.0, 0.7));
      assertThat(context.getBean(HttpConfig.class))
          .isEqualTo(new HttpConfig(64, Duration.ofSeconds(1), 100));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "face.policy.verification.threshold, high",
    "face.policy.verification.threshold, 1.2",
    "face.policy.enrolment.faces-per-person, 0",
    "face.policy.liveness.mode, strickt",
    "face.policy.liveness.frame-threshold, -0.1",
    "face.policy.liveness.frames, 60%",
    "face.policy.liveness.minimum-frames, -1",
    "face.policy.liveness.pad-threshold, 2",
    "face.policy.actions.frames, some",
    "face.policy.actions.tilting-left, left",
    "face.http.requests-in-flight, 0",
    "face.http.retry-after, soon",
    "face.http.images-per-request, many"
  })
  void aWrongValueStopsTheStartAndNamesItsKey(String key, String value) {
    String name = key.substring(key.lastIndexOf('.') + 1);

    assertThatThrownBy(() -> start(Map.of(key, value)).close())
        .satisfies(
            e ->
                assertThat(e.toString().toLowerCase(Locale.ROOT).replace("-", ""))
                    .contains(name.replace("-", "")));
  }

  private static ApplicationContext start(Map<String, Object> properties) {
    return ApplicationContext.builder()
        .banner(false)
        .deduceEnvironment(false)
        .properties(properties)
        .start();
  }
}
