package io.faceservice.bootstrap.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of people and sources are kept exactly, whatever a path makes of their characters. */
final class AwkwardNamesTest {
  private static final String LONGEST = "😀".repeat(512);

  private final Service service = Service.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Lovelace",
        " x ",
        "a/b",
        "/",
        "//",
        "a//b",
        "%",
        "%25",
        "%2F",
        "a+b",
        "+",
        "a;b=c",
        ";",
        ".",
        "..",
        "...",
        "a/../b",
        "?",
        "a?b=c&d",
        "#",
        "\"",
        "'",
        "\\",
        "{id}",
        "{",
        "[x]",
        "<b>",
        "ä",
        "ä",
        "日本語",
        "😀",
        "שלום",
        "faces",
        "people",
        "a:b@c",
        "null",
        "|^`~"
      })
  void reachesAPersonOfAnyName(String name) {
    roundTrip(new People(service, name), name);
  }

  @Test
  void reachesAPersonOfTheLongestNameInASourceOfTheLongestName() {
    roundTrip(new People(service, LONGEST), LONGEST);
  }

  @Test
  void leafsThroughPeopleOfTheLongestNames() {
    var people = new People(service, LONGEST);
    people.register("😀".repeat(511) + "a", Images.ADA);
    people.register("😀".repeat(511) + "b", Images.ADA);
    String next = people.list("?limit=1").json().get("next").textValue();

    assertThat(people.list("?after=" + next).json().at("/people/0/people_id").textValue())
        .isEqualTo("😀".repeat(511) + "b");
    people.remove("😀".repeat(511) + "a");
    people.remove("😀".repeat(511) + "b");
  }

  private void roundTrip(People people, String id) {
    people.register(id, Images.ADA);
    Answer added = people.add(id, Images.ADA);
    assertThat(added.status()).as(id).isEqualTo(201);
    assertThat(added.json().get("people_id").textValue()).isEqualTo(id);
    assertThat(added.json().get("source").textValue()).isEqualTo(people.source());
    assertThat(service.get(added.header("location")).status()).isEqualTo(200);

    Answer shown = people.show(id);
    assertThat(shown.json().get("people_id").textValue()).isEqualTo(id);
    assertThat(shown.json().get("faces")).hasSize(2);
    assertThat(people.list("").json().findValuesAsText("people_id")).containsExactly(id);
    String image = shown.json().at("/faces/1/versions/0/image_url").textValue();
    assertThat(service.get(image).status()).isEqualTo(200);
    assertThat(people.delete(people.person(id)).status()).isEqualTo(204);
    assertThat(people.verify(id, Images.ADA)).contains("PEOPLE_NOT_FOUND_ERROR");
  }

  @Test
  void takesAPlusForAPlusAndASemicolonForItself() {
    var people = new People(service, "plain");
    people.register("a+b;c=d&e", Images.ADA);

    assertThat(service.get("/api/v1/sources/plain/people/a+b;c=d&e").status()).isEqualTo(200);
    assertThat(service.get("/api/v1/sources/plain/people/a%20b;c=d&e").status()).isEqualTo(404);
    assertThat(service.get("/api/v1/sources/plain/people/a+b").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/sources/x/people/%00, 400",
    "/api/v1/sources/x/people/a%0Ab, 400",
    "/api/v1/sources/x/people/%20, 400",
    "/api/v1/sources/%09/people, 400",
    "/api/v1/sources/x/people/%FF, 400",
    "/api/v1/sources/x/people/%C0%AF, 400",
    "/api/v1/sources/x/people/%ED%A0%80, 400",
    "/api/v1/sources/x/people/y/faces/a%20b, 400",
    "/api/v1/sources/x/people/y/faces/a%2Fb, 400",
    "/api/v1/sources/x/people/, 404",
    "/api/v1/sources//people, 404",
    "/api/v1/sources/x, 404",
    "/api/v1/sources/x/persons, 404",
    "/api/v1/sources/x/people/y/z, 404",
    "/api/v1/sources/x/people/../people/y, 404"
  })
  void refusesWhatIsNoName(String target, int status) throws IOException {
    String answer = raw(target);

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains("content-type: application/problem+json")
        .doesNotContain("exception", "micronaut");
  }

  @Test
  void refusesANameOfMoreThan512Characters() {
    var people = new People(service, "x");
    assertThat(people.show("a".repeat(513)).status()).isEqualTo(400);
    assertThat(people.add("a".repeat(513), Images.ADA).status()).isEqualTo(400);
  }

  /** What it is a request for cannot be told, so the answer is the same on every path. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/people/%",
        "/people/%zz",
        "/people/%2",
        "/people/a|b",
        "/people/a\\b",
        "/people?after=%zz"
      })
  void refusesWhatIsNoUrl(String target) throws IOException {
    assertThat(raw("/api/v1/sources/x" + target))
        .startsWith("HTTP/1.1 400 ")
        .contains(
            "{\"message\":\"The browser (or proxy) sent a request that this server could not");
  }

  @Test
  void refusesALineBeyondTheLimit() throws IOException {
    assertThat(raw("/api/v1/sources/x/people/" + "a".repeat(20_000)))
        .contains(" 413 ")
        .contains("{\"message\":\"The request is larger than this server accepts.\"");
  }

  /** Sends a request line as it is, which no client would. */
  private String raw(String target) throws IOException {
    try (Socket socket = new Socket(service.uri().getHost(), service.uri().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .formatted(target)
                  .getBytes(US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
