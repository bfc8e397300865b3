package io.faceservice.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestIdTest {

  @Test
  void keepsTheCallersOwn() {
    assertThat(RequestId.of(sent("order-7:1.a_B"))).isEqualTo("order-7:1.a_B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "<script>", "ä", "\"x\""})
  void makesItsOwnWhereTheCallersIsNotSane(String id) {
    assertThat(UUID.fromString(RequestId.of(sent(id)))).isNotNull();
  }

  @Test
  void makesItsOwnWhereTheCallersIsEndless() {
    assertThat(RequestId.of(sent("a".repeat(129)))).hasSize(36);
  }

  @Test
  void staysTheSameForOneRequest() {
    HttpRequest<?> request = HttpRequest.GET("/");

    assertThat(RequestId.of(request)).isEqualTo(RequestId.of(request));
  }

  private static HttpRequest<?> sent(String id) {
    return HttpRequest.GET("/").header(RequestId.HEADER, id);
  }
}
