package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.bootstrap.http.Service.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several reference faces of one person, and what the contract's routes make of them. */
final class SeveralFacesTest {
  private final Service service = Service.shared();

  @Test
  void findsAnAddedFaceAtOnceAndNoLongerAfterItsRemoval() {
    var people = new People(service, "several at once");
    people.register("ada", Images.ADA);
    assertThat(people.search(Images.BOB)).isEmpty();
    assertThat(people.verify("ada", Images.BOB)).contains("\"DO_NOT_MATCH\"");

    String second = people.add("ada", Images.BOB).json().get("face_id").textValue();
    assertThat(people.search(Images.BOB).findValuesAsText("people_id")).containsExactly("ada");
    assertThat(people.verify("ada", Images.BOB)).contains("\"MATCH\"");
    assertThat(people.verify("ada", Images.ADA_AGAIN)).contains("\"MATCH\"");

    assertThat(people.delete(people.face("ada", second)).status()).isEqualTo(204);
    assertThat(people.search(Images.BOB)).isEmpty();
    assertThat(people.verify("ada", Images.BOB)).contains("\"DO_NOT_MATCH\"");
    assertThat(people.search(Images.ADA_AGAIN)).hasSize(1);
    assertThat(people.delete(people.face("ada", second)).status()).isEqualTo(404);
  }

  @Test
  void namesAPersonOnceWithTheBestOfTheirFaces() {
    var people = new People(service, "several best");
    people.add("ada", Images.ADA_AGAIN);
    people.add("ada", Map.of("image", Images.ADA, "created_at", "the best"));
    people.add("ada", Images.BOB);

    JsonNode found = people.search(Images.ADA);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("score").doubleValue()).isGreaterThan(0.99);
    assertThat(found.get(0).get("created_at").textValue()).isEqualTo("the best");
  }

  @Test
  void registersTheFaceThatIsCalledPrimaryAndNoOther() {
    var people = new People(service, "several primary");
    people.add("ada", "left", Images.ADA);
    people.register("ada", Images.ADA);
    people.register("ada", Images.BOB);

    JsonNode faces = people.show("ada").json().get("faces");
    assertThat(faces.findValuesAsText("face_id")).containsExactly("left", "primary");
    assertThat(faces.get(0).get("version").intValue()).isEqualTo(1);
    assertThat(faces.get(1).get("version").intValue()).isEqualTo(2);
    assertThat(faces.get(1).get("created_at").textValue()).isEqualTo("registered");

    assertThat(people.add("ada", "primary", Images.ADA).json().get("version").intValue())
        .isEqualTo(3);
    assertThat(people.search(Images.BOB)).isEmpty();
  }

  @Test
  void forgetsAllFacesByEitherRoute() {
    var people = new People(service, "several gone");
    people.add("ada", Images.ADA);
    people.add("ada", Images.BOB);
    assertThat(people.remove("ada").body()).contains("SUCCESS");
    assertThat(people.search(Images.BOB)).isEmpty();
    assertThat(people.show("ada").status()).isEqualTo(404);

    people.register("ada", Images.ADA);
    people.add("ada", Images.BOB);
    Answer gone = people.delete(people.person("ada"));
    assertThat(gone.status()).isEqualTo(204);
    assertThat(gone.body()).isEmpty();
    assertThat(people.search(Images.ADA)).isEmpty();
    assertThat(people.search(Images.BOB)).isEmpty();
    assertThat(people.verify("ada", Images.ADA)).contains("PEOPLE_NOT_FOUND_ERROR");
    assertThat(people.delete(people.person("ada")).json().get("code").textValue())
        .isEqualTo("person_not_found");
  }

  @Test
  void forgetsThePersonWithTheirLastFace() {
    var people = new People(service, "several last");
    people.add("ada", "only", Images.ADA);
    people.delete(people.face("ada", "only"));

    assertThat(people.show("ada").status()).isEqualTo(404);
    assertThat(people.list("").json().get("code").textValue()).isEqualTo("source_not_found");
  }

  @Test
  void answersAnAdditionWithWhatItKept() {
    var people = new People(service, "several answer/ä");
    Answer answer =
        people.add("ada l", Map.of("image", Images.ADA, "created_at", "May", "face_id", "a.b"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("location"))
        .isEqualTo("/api/v1/sources/several%20answer%2F%C3%A4/people/ada%20l/faces/a%2Eb");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.fields())
        .containsExactly(
            "source",
            "people_id",
            "face_id",
            "version",
            "created_at",
            "enrolled_at",
            "model",
            "faces",
            "box",
            "request_id");
    assertThat(answer.json().get("source").textValue()).isEqualTo("several answer/ä");
    assertThat(answer.json().get("people_id").textValue()).isEqualTo("ada l");
    assertThat(answer.json().get("version").intValue()).isEqualTo(1);
    assertThat(answer.json().get("box")).hasSize(4);
    assertThat(answer.json().get("enrolled_at").textValue())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    JsonNode there = service.get(answer.header("location")).json();
    assertThat(there.get("face_id").textValue()).isEqualTo("a.b");
    assertThat(there.get("created_at").textValue()).isEqualTo("May");
    assertThat(there.get("enrolled_at")).isEqualTo(answer.json().get("enrolled_at"));
  }

  @Test
  void givesEachFaceWithoutANameOneOfItsOwn() {
    var people = new People(service, "several names");
    List<String> names =
        List.of(
            people.add("ada", Images.ADA).json().get("face_id").textValue(),
            people.add("ada", Images.ADA).json().get("face_id").textValue());

    assertThat(people.show("ada").json().findValuesAsText("face_id"))
        .containsExactlyElementsOf(names)
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsTheLastFiveVersionsAndGivesTheirImages() {
    var people = new People(service, "several versions");
    for (int i = 1; i <= 6; i++) {
      people.add("ada", "left", i % 2 == 0 ? Images.ADA : Images.BOB);
    }

    JsonNode versions = service.get(people.face("ada", "left")).json().get("versions");
    assertThat(versions.findValuesAsText("version")).containsExactly("6", "5", "4", "3", "2");
    assertThat(service.get(versions.get(0).get("image_url").textValue()).status()).isEqualTo(200);
    assertThat(image(people, "5").status()).isEqualTo(200);
    for (String absent : List.of("1", "7", "0", "-1", "x", "99999999999", "01")) {
      assertThat(image(people, absent).status()).as(absent).isEqualTo(404);
      assertThat(image(people, absent).json().get("code").textValue())
          .isEqualTo("version_not_found");
    }
  }

  @Test
  void refusesAFaceBeyondTheMostAndStillReplacesOne() {
    try (Service small = Service.start(Map.of("face.policy.enrolment.faces-per-person", 2))) {
      var people = new People(small, "few");
      people.add("ada", "one", Images.ADA);
      people.add("ada", "two", Images.ADA);

      Answer refused = people.add("ada", "three", Images.BOB);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.json().get("code").textValue()).isEqualTo("too_many_faces");
      assertThat(refused.json().get("detail").textValue()).contains("2");
      assertThat(people.show("ada").json().get("faces")).hasSize(2);
      assertThat(people.search(Images.BOB)).isEmpty();

      assertThat(people.add("ada", "two", Images.BOB).status()).isEqualTo(201);
      assertThat(people.register("ada", Images.ADA).status()).isEqualTo(200);
      assertThat(people.show("ada").json().get("faces")).hasSize(3);
    }
  }

  private Answer image(People people, String version) {
    return service.get(people.face("ada", "left") + "/versions/" + version + "/image");
  }
}
