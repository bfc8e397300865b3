package io.faceservice.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.Backend;
import io.faceservice.application.port.Health;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AssessHealthTest {
  private Instant now = Instant.EPOCH;
  private boolean up = true;
  private boolean opened = true;
  private int asked;

  private final Backend backend =
      new Backend() {
        @Override
        public void prepare() {}

        @Override
        public Health check() {
          asked++;
          return up ? Health.up("fine") : Health.down("gone");
        }

        @Override
        public void close() {}
      };

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private final AssessHealth health =
      new AssessHealth(Map.of("gallery", backend), () -> opened, clock);

  @Test
  void isReadyWhenAllBackEndsAreUpAndTheStartIsOver() {
    assertThat(health.assess())
        .isEqualTo(new HealthReport(true, Map.of("gallery", Health.up("fine"))));
    now = now.plusSeconds(1);
    opened = false;
    assertThat(health.assess().ready()).isFalse();
  }

  @Test
  void namesWhatIsDownAndIsNotReady() {
    up = false;
    assertThat(health.assess())
        .isEqualTo(new HealthReport(false, Map.of("gallery", Health.down("gone"))));
  }

  @Test
  void manyWhoAskAreNoBurdenAndNobodyHearsOldNews() {
    health.assess();
    up = false;
    now = now.plusMillis(999);
    assertThat(health.assess().ready()).isTrue();
    assertThat(asked).isEqualTo(1);
    now = now.plusMillis(1);
    assertThat(health.assess().ready()).isFalse();
    assertThat(asked).isEqualTo(2);
  }
}
