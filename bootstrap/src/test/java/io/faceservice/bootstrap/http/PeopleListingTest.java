package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.bootstrap.http.Service.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is enrolled, page by page. */
final class PeopleListingTest {
  private final Service service = Service.shared();

  @Test
  void countsPeopleAndFacesOfEachSource() {
    var people = new People(service, "counted ☺");
    people.add("a", Images.ADA);
    people.add("a", Images.ADA);
    people.add("b", Images.BOB);

    assertThat(entry(people)).isEqualTo("{\"source\":\"counted ☺\",\"people\":2,\"faces\":3}");
    people.remove("a");
    assertThat(entry(people)).isEqualTo("{\"source\":\"counted ☺\",\"people\":1,\"faces\":1}");
    people.remove("b");
    assertThat(entry(people)).isEqualTo("absent");
  }

  @Test
  void listsPeopleInOrderWithoutANextAtTheEnd() {
    var people = new People(service, "listed");
    for (String id : List.of("b", "a", "ä", "B")) {
      people.add(id, Images.ADA);
    }
    people.add("a", Images.ADA);

    Answer all = people.list("");
    assertThat(all.fields()).containsExactly("source", "people", "request_id");
    assertThat(ids(all)).containsExactly("B", "a", "b", "ä");
    assertThat(all.json().at("/people/1/faces").intValue()).isEqualTo(2);
    assertThat(all.json().at("/people/1/last_enrolled_at").textValue()).endsWith("Z");
    assertThat(people.list("?limit=4").fields()).doesNotContain("next");
    assertThat(people.list("?limit=3").fields()).contains("next");
  }

  @Test
  void meetsWhoStaysExactlyOnceWhilePeopleComeAndGo() {
    var people = new People(service, "coming and going");
    for (String id : List.of("b", "d", "f", "h")) {
      people.register(id, Images.ADA);
    }
    List<String> met = new ArrayList<>();
    Answer page = people.list("?limit=2");
    met.addAll(ids(page));
    people.remove("d");
    people.register("a", Images.ADA);
    people.register("e", Images.ADA);
    people.register("b", Images.ADA);
    page = people.list("?limit=2&after=" + page.json().get("next").textValue());
    met.addAll(ids(page));
    people.remove("h");
    people.register("i", Images.ADA);
    page = people.list("?limit=2&after=" + page.json().get("next").textValue());
    met.addAll(ids(page));

    assertThat(met).containsExactly("b", "d", "e", "f", "i");
    assertThat(page.fields()).doesNotContain("next");
  }

  @Test
  void endsAListingWhoseSourceWasEmptiedMeanwhile() {
    var people = new People(service, "emptied");
    people.register("a", Images.ADA);
    people.register("b", Images.ADA);
    String next = people.list("?limit=1").json().get("next").textValue();
    people.remove("a");
    people.remove("b");

    Answer page = people.list("?after=" + next);

    assertThat(page.status()).isEqualTo(200);
    assertThat(ids(page)).isEmpty();
    assertThat(page.fields()).doesNotContain("next");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "x", "", "1.5", "99999999999", "%2B1", "1&limit=2"})
  void refusesALimitThatIsNone(String limit) {
    var people = new People(service, "anything");

    assertProblem(people.list("?limit=" + limit), "limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "YQ", "AAAAAA", "AAAAAGE", "%25", "%00", "null", "****"})
  void refusesACursorThatItNeverGave(String cursor) {
    assertProblem(new People(service, "anything").list("?after=" + cursor), "after");
  }

  @Test
  void refusesACursorOfAnotherSourceAndOneCutShort() {
    var people = new People(service, "cursor");
    people.register("anna", Images.ADA);
    people.register("bert", Images.ADA);
    String next = people.list("?limit=1").json().get("next").textValue();

    assertProblem(new People(service, "other").list("?after=" + next), "after");
    assertProblem(people.list("?after=" + next.substring(1)), "after");
    assertProblem(people.list("?after=" + next.substring(0, next.length() - 1)), "after");
    assertThat(ids(people.list("?after=" + next))).containsExactly("bert");
  }

  private static void assertProblem(Answer answer, String field) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").textValue()).isEqualTo("invalid_input");
    assertThat(answer.json().get("field").textValue()).isEqualTo(field);
  }

  private static List<String> ids(Answer page) {
    return page.json().get("people").findValuesAsText("people_id");
  }

  private String entry(People people) {
    JsonNode sources = service.get(People.SOURCES).json().get("sources");
    return StreamSupport.stream(sources.spliterator(), false)
        .filter(entry -> entry.get("source").textValue().equals(people.source()))
        .map(JsonNode::toString)
        .findFirst()
        .orElse("absent");
  }
}
