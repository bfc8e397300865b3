package io.faceservice.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.bootstrap.config.ImagesConfig.MongoConfig;
import io.faceservice.bootstrap.config.ImagesConfig.OldPeopleConfig;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MongoConfigTest {

  @Test
  void pinsTheDefaults() {
    try (ApplicationContext context = ApplicationContext.run(Map.of())) {
      assertThat(context.getBean(MongoConfig.class))
          .isEqualTo(
              new MongoConfig(
                  "mongodb://localhost:27017", "", "", "face_service", "", Duration.ofSeconds(5)));
      assertThat(context.getBean(OldPeopleConfig.class))
          .isEqualTo(
              new OldPeopleConfig(
                  List.of("people_face_image", "peple_face_image"), "people", "legacy-arcface"));
    }
  }

  @Test
  void takesWhatAnOldFileSays() {
    Map<String, Object> old =
        Map.of(
            "face.images.adapter", "mongodb",
            "face.images.mongodb.host", "mongo.internal",
            "face.images.mongodb.port", 27018,
            "face.images.mongodb.username", "svc",
            "face.images.mongodb.database", "peple_face_image",
            "face.images.mongodb.legacy.databases", "peple_face_image");
    try (ApplicationContext context = ApplicationContext.run(old)) {
      assertThat(context.getBean(ImagesConfig.class).adapter())
          .isEqualTo(ImagesConfig.Adapter.MONGODB);
      assertThat(context.getBean(MongoConfig.class))
          .returns("mongodb://mongo.internal:27018", MongoConfig::uri)
          .returns("svc", MongoConfig::username);
      assertThat(context.getBean(OldPeopleConfig.class).databases())
          .containsExactly("peple_face_image");
    }
  }

  @Test
  void theExampleChoosesMongodb() {
    PropertySource example = OperatorFile.read(Path.of("..", "deploy", "config", "mongodb.yml"));
    try (ApplicationContext context =
        ApplicationContext.builder().propertySources(example).start()) {
      assertThat(context.getBean(ImagesConfig.class).adapter())
          .isEqualTo(ImagesConfig.Adapter.MONGODB);
    }
  }

  @Test
  void stopsAtAWrongTimeoutAndNamesItsKey() {
    assertThatThrownBy(
            () -> {
              try (ApplicationContext context =
                  ApplicationContext.run(
                      Map.<String, Object>of("face.images.mongodb.timeout", "soon"))) {
                context.getBean(MongoConfig.class);
              }
            })
        .hasMessageContaining("timeout");
  }
}
