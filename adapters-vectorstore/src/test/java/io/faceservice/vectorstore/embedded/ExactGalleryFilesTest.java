package io.faceservice.vectorstore.embedded;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gallery's files: whole, or known to be not; never two processes'; nothing left in them. */
final class ExactGalleryFilesTest {
  private static final ModelId MODEL = new ModelId("made-up-1");
  private static final Templates TEMPLATES = new Templates(MODEL, 64);

  @TempDir Path directory;

  private static ExactGallery open(Path directory) {
    var gallery = new ExactGallery(directory, MODEL, 64);
    gallery.prepare();
    return gallery;
  }

  /** Ten faces and no rebuild needed. */
  private void fill() {
    try (ExactGallery gallery = open(directory)) {
      IntStream.range(0, 10).forEach(i -> gallery.enrol(reference("s" + i, TEMPLATES.random(i))));
      gallery.rebuilt();
    }
  }

  /** What a process that dies now would leave behind. */
  private Path copy() throws IOException {
    Path copy = Files.createTempDirectory(directory.getParent(), "copy");
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static void assertWhole(Path directory) {
    try (ExactGallery gallery = open(directory)) {
      assertThat(gallery.needsRebuild()).isFalse();
      assertThat(gallery.sizes()).isEqualTo(Map.of(Source.DEFAULT, 10L));
    }
  }

  private static void assertBeginsEmpty(Path directory) {
    try (ExactGallery gallery = open(directory)) {
      assertThat(gallery.needsRebuild()).isTrue();
      assertThat(gallery.sizes()).isEmpty();
      gallery.enrol(reference("ada", TEMPLATES.random(1)));
      assertThat(gallery.search(Source.DEFAULT, TEMPLATES.random(1), 1).candidates()).hasSize(1);
    }
  }

  @Test
  void aProcessThatDiesAfterAChangeLeavesAGalleryThatBeginsEmpty() throws IOException {
    fill();
    try (ExactGallery gallery = open(directory)) {
      gallery.remove(reference("s1", TEMPLATES.random(1)).key());
      assertBeginsEmpty(copy());
    }
  }

  @Test
  void aProcessThatDiesAfterSearchesAloneLosesNothing() throws IOException {
    fill();
    try (ExactGallery gallery = open(directory)) {
      gallery.search(Source.DEFAULT, TEMPLATES.random(1), 3);
      assertWhole(copy());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 9, 400, -1})
  void aDamagedSnapshotBeginsEmpty(int place) throws IOException {
    fill();
    Path snapshot = directory.resolve("faces.snapshot");
    byte[] bytes = Files.readAllBytes(snapshot);
    bytes[place < 0 ? bytes.length - 1 : place] ^= 4;
    Files.write(snapshot, bytes);
    assertBeginsEmpty(directory);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 100})
  void aSnapshotCutShortBeginsEmpty(int length) throws IOException {
    fill();
    Path snapshot = directory.resolve("faces.snapshot");
    Files.write(snapshot, Arrays.copyOf(Files.readAllBytes(snapshot), length));
    assertBeginsEmpty(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"faces.snapshot", "vectors.f32", "gallery.properties"})
  void aMissingFileBeginsEmpty(String file) throws IOException {
    fill();
    Files.delete(directory.resolve(file));
    assertBeginsEmpty(directory);
  }

  @Test
  void aDamagedVectorIsNeverScored() throws IOException {
    fill();
    Path vectors = directory.resolve("vectors.f32");
    byte[] bytes = Files.readAllBytes(vectors);
    bytes[3 * TEMPLATES.dimension() * Float.BYTES + 5] ^= 1;
    Files.write(vectors, bytes);
    try (ExactGallery gallery = open(directory)) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> gallery.search(Source.DEFAULT, TEMPLATES.random(3), 1))
          .returns(Kind.CORRUPT, BackendException::kind)
          .withMessageContaining("face-service restore");
      assertThatCode(() -> gallery.search(Source.DEFAULT, TEMPLATES.random(4), 1))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void refusesADirectoryThatIsOpenAlready() {
    try (ExactGallery first = open(directory);
        var second = new ExactGallery(directory, MODEL, 64)) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(second::prepare)
          .returns(Kind.REFUSED, BackendException::kind)
          .withMessageContaining("open elsewhere");
      assertThatExceptionOfType(BackendException.class).isThrownBy(second::reset);
      assertThat(first.check().up()).isTrue();
    }
    assertThatCode(() -> open(directory).close()).doesNotThrowAnyException();
  }

  @Test
  void leavesNoTraceOfARemovedFace() throws IOException {
    FaceTemplate removed = TEMPLATES.random(77);
    try (ExactGallery gallery = open(directory)) {
      IntStream.range(0, 5).forEach(i -> gallery.enrol(reference("s" + i, TEMPLATES.random(i))));
      gallery.enrol(reference("gone", removed));
      assertThat(traces(removed)).isTrue();
      gallery.remove(reference("gone", removed).key());
      assertThat(traces(removed)).isFalse();
    }
    assertThat(Files.readString(directory.resolve("faces.snapshot"), StandardCharsets.ISO_8859_1))
        .doesNotContain("gone");
  }

  /** Whether the vector's first values stand anywhere in the file. */
  private boolean traces(FaceTemplate template) throws IOException {
    var bytes = ByteBuffer.allocate(4 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(template.embedding().toArray(), 0, 4);
    HexFormat hex = HexFormat.of();
    return hex.formatHex(Files.readAllBytes(directory.resolve("vectors.f32")))
        .contains(hex.formatHex(bytes.array()));
  }
}
