package io.faceservice.inference.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestReaderTest {

  @Test
  void readsRolesAsTheyAreTold() {
    Manifest manifest = Manifests.read(Manifests.WHOLE);

    assertThat(manifest.embedder()).isNotNull();
    assertThat(manifest.detector()).isNotNull();
    assertThat(manifest.landmarks()).isNull();
    assertThat(manifest.presentationAttack()).isNull();
    assertThat(manifest.source()).isNull();
    assertThat(manifest).isEqualTo(Manifests.read(Manifests.WHOLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layout: nchw        | layout: nchv        | detector.input.layout",
        "channels: rgb       | channels: rbg       | detector.input.channels",
        "fit: letterbox      | fit: letterboxed    | detector.fit",
        "family: scrfd       | family: scrdf       | scrdf",
        "keypoints: k        | keypoint: k         | detector.decoder.levels[0].keypoint",
        "width: 64           | width: many         | detector.input.width",
        "note: Ask           | note: x, notes: Ask | licence.notes",
        "smallest-face: 8    | smalest-face: 8     | detector.smallest-face",
        "template:           | templates:          | embedder.template",
      })
  void namesWhatIsMisspelt(String right, String wrong, String named) {
    assertThatThrownBy(() -> Manifests.read(Manifests.WHOLE.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("test.yml, line ")
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "description: A detector with keypoints and an embedder | ''  | description",
        "'  smallest-face: 8'                                   | ''  | smallest-face",
        "'  fit: letterbox'                                     | ''  | fit",
        "'output: out'                                          | ''  | output",
        "'{name: in, width: 64,'                 | '{width: 64,'      | name",
        "'  fit: letterbox'                      | '  fit:'           | fit",
        "'dimension: 4'                          | 'dimension:'       | dimension",
        "'mean: [0, 0, 0], std: [1, 1, 1]}\n  fit' | 'std: [1, 1, 1]}\n  fit' | mean",
      })
  void namesWhatIsMissing(String right, String without, String named) {
    String yaml = Manifests.WHOLE.replace(right, without);
    assertThat(yaml).isNotEqualTo(Manifests.WHOLE);

    assertThatThrownBy(() -> Manifests.read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "score-threshold: 0.5  | score-threshold: 1.5    | score-threshold lies in 0..1",
        "smallest-face: 8      | smallest-face: 0        | smallest-face is above 0",
        "width: 64             | width: 70               | strides of 16",
        "width: 64             | width: 0                | width is above 0",
        "stride: 16            | stride: 0               | stride is above 0",
        "anchors: 1            | anchors: 0              | anchors is above 0",
        "dimension: 4          | dimension: 0            | dimension is above 0",
        "[71, 92]]             | [71]]                   | five points of x and y",
        "mean: [0, 0, 0]       | mean: [0, 0]            | one value for each channel",
        "std: [1, 1, 1]        | std: [1, 0, 1]          | std is never 0",
        "find.onnx: unpinned   | find.onnx: abc          | hash of find.onnx",
        "find.onnx: unpinned   | ../find.onnx: unpinned  | ../find.onnx",
        "find.onnx: unpinned   | .find.onnx: unpinned    | .find.onnx",
      })
  void saysWhichValueCannotBe(String right, String wrong, String message) {
    assertThatThrownBy(() -> Manifests.read(Manifests.WHOLE.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesAKeyThatIsToldTwice() {
    assertThatThrownBy(() -> Manifests.read(Manifests.WHOLE + "name: again\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name");
  }

  @Test
  void refusesKeypointsOnSomeLevelsAlone() {
    String two =
        Manifests.WHOLE.replace(
            "- {stride: 16, scores: s, boxes: b, keypoints: k}",
            "- {stride: 16, scores: s, boxes: b, keypoints: k}\n"
                + "      - {stride: 32, scores: t, boxes: c}");
    assertThatThrownBy(() -> Manifests.read(two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("on every level or on none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just words", "[1, 2]", "name: [", "\u0000"})
  void refusesWhatIsNoManifest(String yaml) {
    assertThatThrownBy(() -> Manifests.read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("test.yml");
  }
}
