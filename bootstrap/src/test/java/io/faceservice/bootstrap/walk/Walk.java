package io.faceservice.bootstrap.walk;

import static io.faceservice.bootstrap.process.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.bootstrap.process.Caller;
import io.faceservice.bootstrap.process.ServiceProcess;
import java.net.http.HttpResponse;
import java.util.List;

/** What a caller does with two people, from enrolling them to removing one. */
final class Walk {
  private static final String SOURCE = "bank";
  private static final String ADA = "ada";
  private static final String ADAS_PHOTO = "person-a-1";
  private static final String ADAS_OTHER_PHOTO = "person-a-2";
  private static final String BOB = "bob b";
  private static final String BOBS_PHOTO = "person-b-1";

  /** A score is the same number wherever it was computed. */
  private static final double ROUNDING = 1e-4;

  private final Caller caller;

  private Walk(ServiceProcess service) {
    this.caller = new Caller(service);
  }

  static void through(ServiceProcess service) {
    var walk = new Walk(service);
    walk.isReady();
    walk.enrols(ADA, ADAS_PHOTO);
    walk.enrols(BOB, BOBS_PHOTO);
    walk.findsAndVerifies();
    walk.removes();
    walk.isReady();
  }

  private void isReady() {
    for (String path : List.of("/health", "/health/ready")) {
      JsonNode health = ok(caller.get(path));
      assertThat(health.path("status").asText()).isEqualTo("UP");
      assertThat(health.path("dependencies").propertyStream().map(Object::toString))
          .containsExactlyInAnyOrder("inference=\"UP\"", "gallery=\"UP\"", "images=\"UP\"");
    }
  }

  private void enrols(String person, String photo) {
    JsonNode answer = ok(caller.enrol(SOURCE, person, photo));
    assertThat(answer.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(answer.path("_id").asText()).isEqualTo(person);
  }

  private void findsAndVerifies() {
    JsonNode found = ok(caller.search(SOURCE, ADAS_OTHER_PHOTO)).path("data");
    assertThat(found.findValuesAsText("people_id")).containsExactly(ADA);
    assertThat(found.path(0).path("created_at").asText()).isEqualTo("2026-01-02");
    assertThat(people(BOBS_PHOTO)).containsExactly(BOB);
    assertThat(ok(caller.search("elsewhere", ADAS_PHOTO)).path("data")).isEmpty();

    JsonNode own = ok(caller.verify(SOURCE, ADA, ADAS_OTHER_PHOTO));
    assertThat(own.path("compare_result").asText()).isEqualTo("MATCH");
    assertThat(found.path(0).path("score").asDouble())
        .isCloseTo(own.path("similator_percent").asDouble(), within(ROUNDING));
    JsonNode another = ok(caller.verify(SOURCE, ADA, BOBS_PHOTO));
    assertThat(another.path("compare_result").asText()).isEqualTo("DO_NOT_MATCH");
  }

  private void removes() {
    assertThat(ok(caller.remove(SOURCE, ADA)).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(people(ADAS_PHOTO)).isEmpty();
    for (HttpResponse<String> answer :
        List.of(caller.verify(SOURCE, ADA, ADAS_OTHER_PHOTO), caller.remove(SOURCE, ADA))) {
      assertThat(ok(answer).path("status").asText()).isEqualTo("PEOPLE_NOT_FOUND_ERROR");
    }
    assertThat(people(BOBS_PHOTO)).containsExactly(BOB);
  }

  private List<String> people(String photo) {
    return ok(caller.search(SOURCE, photo)).path("data").findValuesAsText("people_id");
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }
}
