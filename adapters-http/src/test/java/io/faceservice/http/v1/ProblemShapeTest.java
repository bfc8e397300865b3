package io.faceservice.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.http.wire.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemShapeTest {
  private final ProblemShape shape = new ProblemShape();

  @ParameterizedTest
  @CsvSource({
    "/api/v1/sources, true",
    "/api/v1/sources/, true",
    "/api/v1/sources/x/people/y, true",
    "/api/v1/sourcesx, false",
    "/api/v1/anti-spoof, false",
    "/search, false"
  })
  void answersForItsOwnPathsAlone(String path, boolean answers) {
    assertThat(shape.answersFor(path)).isEqualTo(answers);
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, 503, unavailable",
    "TIMEOUT, 504, timeout",
    "REFUSED, 502, backend_failed",
    "CORRUPT, 502, backend_failed"
  })
  void tellsHowABackEndFailedAndNotWhy(Kind kind, int status, String code) {
    MutableHttpResponse<?> response =
        shape.failed(new BackendException(kind, "gallery", "host secret is down"));

    assertThat(response.code()).isEqualTo(status);
    assertThat(response.getHeaders().contains("Retry-After")).isEqualTo(status == 503);
    assertThat(response.body())
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.toString()).contains("gallery").doesNotContain("secret");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "400, malformed_request",
    "404, not_found",
    "405, method_not_allowed",
    "413, too_large",
    "429, too_many_requests",
    "415, refused",
    "500, internal_error",
    "503, internal_error"
  })
  void putsWhatTheServerRefusesIntoTheSameShape(int status, String code) {
    MutableHttpResponse<?> response = shape.refused(HttpStatus.valueOf(status));

    assertThat(response.code()).isEqualTo(status);
    assertThat(response.body())
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.status()).isEqualTo(status);
            });
  }

  @Test
  void givesEachKindOfProblemItsOwnCode() {
    assertThat(Arrays.stream(Code.values()).map(Code::word)).doesNotHaveDuplicates();
  }
}
