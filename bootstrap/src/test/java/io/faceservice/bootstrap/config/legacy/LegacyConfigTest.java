package io.faceservice.bootstrap.config.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.bootstrap.config.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LegacyConfigTest {
  @TempDir Path folder;

  @Test
  void saysOldThresholdsInOurKeys() throws IOException {
    LegacyConfig config =
        read(
            """
            similar_thresh_compare: 0.72
            similar_thresh_liveness: 0.61
            thresh_liveness: 0.5
            min_liveness: 3
            thresh_up: -12
            thresh_mouth: 0.8
            """);
    assertThat(config.properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "face.policy.verification.threshold", 0.72,
                "face.policy.identification.threshold", 0.72,
                "face.policy.liveness.frame-threshold", 0.61,
                "face.policy.liveness.frames", 0.5,
                "face.policy.liveness.minimum-frames", 3,
                "face.policy.actions.up", -12,
                "face.policy.actions.mouth", 0.8));
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void acceptsAWholeOldFileWithItsDefaults() throws IOException {
    LegacyConfig config =
        read(
            """
            enable_es: true
            api_log_index: api_log
            face_index: face
            es_hosts: ["localhost:9200"]
            enable_mongo: true
            mongo_host: localhost
            mongo_port: 27017
            mongo_username:
            mongo_password:
            mongo_database: people_face_image
            mongo_collection: people
            similar_thresh_compare: 0.7
            thresh_action: 1
            thresh_blink: 5.0
            face_anti_spoof_threshold: 0.7
            face_anti_spoof_image_size: 224
            service_host: localhost
            service_port: 8500
            service_timeout: 10
            DEBUG: false
            log_config_file: logging.yml
            log_folder: logs
            log_images: false
            blueprints: [a, b]
            apis: {x: y}
            """);
    assertThat(config.properties()).containsEntry("face.policy.liveness.pad-threshold", 0.7);
    assertThat(config.properties())
        .containsEntry("face.gallery.adapter", "opensearch")
        .containsEntry("face.gallery.opensearch.url", "http://localhost:9200")
        .containsEntry("face.gallery.opensearch.index", "face");
    assertThat(config.warnings()).anyMatch(w -> w.contains("log_folder changes nothing"));
  }

  @Test
  void findsTheSearchEngineWhereItWas() throws IOException {
    LegacyConfig config = read("{enable_es: false, es_hosts: ['one:9200', 'https://two:443']}");
    assertThat(config.properties())
        .containsEntry("face.gallery.adapter", "embedded")
        .containsEntry("face.gallery.opensearch.url", "http://one:9200,https://two:443");
    assertThat(
            LegacyConfig.ofEnvironment(
                    Map.of(
                        "ELASTIC_SEARCH_HOST", "three:9200",
                        "ELASTIC_SEARCH_USERNAME", "ada",
                        "ELASTIC_SEARCH_PASSWORD", "secret"))
                .properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "face.gallery.opensearch.url", "http://three:9200",
                "face.gallery.opensearch.username", "ada",
                "face.gallery.opensearch.password", "secret"));
  }

  @Test
  void saysWhereTheModelsAreServedAndHowToGoOnUsingThem() throws IOException {
    LegacyConfig config = read("service_host: models\nservice_port: 8600\nservice_timeout: 2.5\n");

    assertThat(config.properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "face.inference.tfserving.target", "models:8600",
                "face.inference.tfserving.deadline", "2500ms"));
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .contains("face.inference.adapter: tfserving", "retinaface-arcface");
    assertThat(read("service_port: 8600").properties())
        .containsEntry("face.inference.tfserving.target", "localhost:8600");
  }

  @Test
  void namesAnUnknownKeyInAWarning() throws IOException {
    assertThat(read("similar_tresh_compare: 0.7").warnings())
        .singleElement()
        .asString()
        .contains("similar_tresh_compare");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "similar_thresh_compare: high",
        "similar_thresh_compare: 1.5",
        "min_liveness: 2.5",
        "mongo_port: '27017'",
        "enable_es: 'yes'",
        "es_hosts: [1, 2]"
      })
  void stopsAtAValueOfTheWrongTypeAndNamesItsKey(String line) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(line.substring(0, line.indexOf(':')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 2]", "just text", "a: [", "!!javax.script.ScriptEngineManager {}"})
  void refusesWhatIsNoFileOfKeysAndValues(String content) {
    assertThatThrownBy(() -> read(content)).isInstanceOf(StartException.class);
  }

  @Test
  void honoursTheOldNameOfTheEnvironment() {
    assertThat(
            LegacyConfig.ofEnvironment(Map.of("LIVENESS_RECOGNIZE_THRESHOLD", "0.65")).properties())
        .containsEntry("face.policy.liveness.frame-threshold", 0.65);
    assertThatThrownBy(
            () -> LegacyConfig.ofEnvironment(Map.of("LIVENESS_RECOGNIZE_THRESHOLD", "much")))
        .hasMessageContaining("LIVENESS_RECOGNIZE_THRESHOLD");
  }

  @Test
  void saysWhereTheOldPeopleAre() throws IOException {
    LegacyConfig config =
        read(
            """
            mongo_host: mongo.internal
            mongo_port: 27018
            mongo_username: svc
            mongo_password: secret
            mongo_database: peple_face_image
            mongo_collection: people
            """);
    assertThat(config.properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "face.images.adapter", "mongodb",
                "face.images.mongodb.host", "mongo.internal",
                "face.images.mongodb.port", 27018,
                "face.images.mongodb.username", "svc",
                "face.images.mongodb.password", "secret",
                "face.images.mongodb.database", "peple_face_image",
                "face.images.mongodb.legacy.databases", "peple_face_image",
                "face.images.mongodb.legacy.collection", "people"));
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void keepsFacesInTheEmbeddedStoreWhereMongoWasSwitchedOff() throws IOException {
    assertThat(read("enable_mongo: false\nmongo_host: localhost").properties())
        .containsEntry("face.images.adapter", "embedded");
    assertThat(read("DEBUG: true").properties()).doesNotContainKey("face.images.adapter");
  }

  @Test
  void takesAHostThatIsAConnectionString() throws IOException {
    assertThat(read("mongo_host: 'mongodb://a,b/?replicaSet=rs'").properties())
        .containsEntry("face.images.mongodb.uri", "mongodb://a,b/?replicaSet=rs")
        .doesNotContainKey("face.images.mongodb.host");
  }

  @Test
  void honoursTheOldNamesOfMongosUserAndPassword() {
    LegacyConfig config =
        LegacyConfig.ofEnvironment(Map.of("MONGO_USERNAME", "svc", "MONGO_PASSWORD", "secret"));
    assertThat(config.properties())
        .containsEntry("face.images.mongodb.username", "svc")
        .containsEntry("face.images.mongodb.password", "secret");
    assertThat(config.warnings()).isEmpty();
  }

  private LegacyConfig read(String yaml) throws IOException {
    return LegacyConfig.read(Files.writeString(folder.resolve("old.yml"), yaml));
  }
}
