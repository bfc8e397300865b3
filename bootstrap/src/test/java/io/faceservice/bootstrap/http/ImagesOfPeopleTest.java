package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.bootstrap.http.Service.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees a picture: those who ask for it, and nobody else. */
final class ImagesOfPeopleTest {
  private final Service service = Service.shared();
  private final People people = new People(service, "pictures");

  @BeforeEach
  void enrol() {
    people.register("ada", Images.ADA);
    people.add("ada", "png", Images.reencoded(Images.BOB));
  }

  @Test
  void tellsNoImageAndNoTemplateUnlessAsked() {
    for (String path :
        new String[] {
          People.SOURCES,
          people.people(),
          people.person("ada"),
          people.face("ada", "png"),
          people.person("ada") + "?images=false"
        }) {
      Answer answer = service.get(path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("cache-control")).isEqualTo("no-store");
      assertThat(answer.body())
          .hasSizeLessThan(5000)
          .doesNotContain("base64")
          .doesNotContainIgnoringCase("embedding")
          .doesNotContain("\"image\":", "\"template\"", "\"vector\"");
    }
  }

  @Test
  void givesTheImagesOfAPersonWhereAsked() {
    JsonNode faces = service.get(people.person("ada") + "?images=true").json().get("faces");

    assertThat(faces.at("/0/image/base64").textValue()).isEqualTo(Images.ADA);
    assertThat(faces.at("/0/image/media_type").textValue()).isEqualTo("image/jpeg");
    assertThat(faces.at("/1/image/base64").textValue()).isEqualTo(Images.reencoded(Images.BOB));
    assertThat(faces.at("/1/image/media_type").textValue()).isEqualTo("image/png");
  }

  @Test
  void givesAnImageAsItCameAndForbidsToKeepIt() throws IOException {
    URI place =
        service
            .uri()
            .resolve(
                service
                    .get(people.face("ada", "png"))
                    .json()
                    .at("/versions/0/image_url")
                    .textValue());
    var connection = place.toURL().openConnection();
    try (InputStream in = connection.getInputStream()) {
      assertThat(in.readAllBytes())
          .isEqualTo(Base64.getDecoder().decode(Images.reencoded(Images.BOB)));
    }
    assertThat(connection.getContentType()).isEqualTo("image/png");
    assertThat(connection.getHeaderField("Cache-Control")).isEqualTo("no-store");
    assertThat(connection.getHeaderField("X-Content-Type-Options")).isEqualTo("nosniff");
  }
}
