package io.faceservice.inference.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.domain.biometric.Point;
import io.faceservice.inference.decode.FaceDecoder;
import io.faceservice.inference.pack.Manifests;
import io.faceservice.inference.pack.ModelPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogueTest {

  static List<String> names() {
    return Catalogue.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void bringsPacksWhoseRolesFitEachOther(String name) {
    ModelPack pack = Catalogue.pack(name);

    assertThat(pack.name()).isEqualTo(name);
    assertThat(FaceDecoder.of(pack.detector())).isNotNull();
    assertThat(pack.landmarks() != null || pack.detector().decoder().givesKeypoints()).isTrue();
    assertThat(pack.detector().smallestFace()).isLessThan(pack.detector().input().height());
    var input = pack.embedder().input();
    assertThat(pack.embedder().points())
        .allSatisfy(
            point -> {
              assertThat(point.x()).isBetween(0.0, (double) input.width());
              assertThat(point.y()).isBetween(0.0, (double) input.height());
            });
    assertThat(pack.licence().note()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("names")
  void bringsStricterThresholdsThatAreStricter(String name) {
    var attacks = Catalogue.pack(name).presentationAttack();
    if (attacks != null) {
      assertThat(attacks.strictThreshold()).isGreaterThanOrEqualTo(attacks.threshold());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysWhereTheFilesAreOrHowToFetchThem(String name) {
    ModelPack pack = Catalogue.pack(name);
    if (pack.source() == null) {
      assertThat(pack.licence().note())
          .containsAnyOf("on GitHub", "on your own TensorFlow Serving");
    } else {
      assertThat(pack.files().values()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }
  }

  @Test
  void alignsForArcFaceAndSFaceByTheSameTemplate() {
    List<Point> template = Catalogue.pack("buffalo_l").embedder().points();
    for (String name : List.of("buffalo_s", "opencv-yunet-sface", "faceplugin")) {
      assertThat(Catalogue.pack(name).embedder().points()).as(name).isEqualTo(template);
    }
  }

  @Test
  void takesAllButPresentationAttackDetectionOfMinifasnetFromTheDefaultPack() {
    ModelPack pack = Catalogue.pack("minifasnet");
    ModelPack base = Catalogue.pack("default");

    assertThat(pack.templateId()).isEqualTo(base.id());
    assertThat(pack.detector()).isEqualTo(base.detector());
    assertThat(pack.presentationAttack()).isNotEqualTo(base.presentationAttack());
  }

  @Test
  void takesAPackOfTheOperatorsOwnWithItsFilesBesideIt(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(Catalogue.MANIFEST), Manifests.WHOLE);

    ModelPack pack = Catalogue.pack(folder.toString());

    assertThat(pack.id().value()).isEqualTo("whole-1");
    assertThat(new PackStore(folder.resolve("cache")).folder(pack)).isEqualTo(folder);
  }

  @Test
  void takesABundledPackForTheBaseOfAnOperatorsOwn(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(Catalogue.MANIFEST), Manifests.ATTACKS);

    ModelPack pack = Catalogue.pack(folder.toString());

    assertThat(pack.templateId()).isEqualTo(Catalogue.pack("faceplugin").id());
  }

  @Test
  void namesTheManifestAndTheBaseThatItDoesNotKnow(@TempDir Path folder) throws IOException {
    Path manifest = folder.resolve(Catalogue.MANIFEST);
    Files.writeString(manifest, Manifests.ATTACKS.replace("faceplugin", "somebody"));

    assertThatThrownBy(() -> Catalogue.pack(folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(manifest.toString())
        .hasMessageContaining("somebody");
  }

  @Test
  void listsTheKnownPacksWhenAskedForAnother() {
    assertThatThrownBy(() -> Catalogue.pack("bufalo_l"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bufalo_l")
        .hasMessageContaining("buffalo_l, buffalo_s");
  }
}
