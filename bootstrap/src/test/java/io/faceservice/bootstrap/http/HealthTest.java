package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Liveness apart from readiness. */
final class HealthTest {
  private final Service service = Service.shared();

  @Test
  void tellsWhichBackEndsAreUp() {
    for (String path : new String[] {"/health", "/health/ready"}) {
      assertThat(service.get(path).status()).isEqualTo(200);
      assertThat(service.get(path).said())
          .isEqualTo(
              "{\"status\":\"UP\",\"dependencies\":"
                  + "{\"inference\":\"UP\",\"gallery\":\"UP\",\"images\":\"UP\"}}");
    }
  }

  @Test
  void livesAsLongAsItAnswers() {
    assertThat(service.get("/health/live").said()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(service.get("/health_check").body()).isEqualTo("0");
  }
}
