package io.faceservice.inference.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ModelPackTest {
  private final ModelPack whole = Manifests.pack(Manifests.WHOLE, null);
  private final ModelPack attacks = Manifests.pack(Manifests.ATTACKS, whole);

  @Test
  void takesFromItsBaseTheRolesItDoesNotTell() {
    assertThat(attacks.detector()).isEqualTo(whole.detector());
    assertThat(attacks.embedder()).isEqualTo(whole.embedder());
    assertThat(attacks.landmarks()).isNull();
    assertThat(attacks.presentationAttack()).isNotNull();
    assertThat(whole.presentationAttack()).isNull();
  }

  @Test
  void leavesEachFileWithThePackThatListsIt() {
    assertThat(attacks.home("near.onnx")).isSameAs(attacks);
    assertThat(attacks.home("encode.onnx")).isSameAs(whole);
    assertThat(attacks.files()).containsOnlyKeys("near.onnx", "far.onnx");
  }

  @Test
  void marksTemplatesWithThePackThatTellsTheEmbedder() {
    assertThat(attacks.id().value()).isEqualTo("attacks-2");
    assertThat(attacks.templateId()).isEqualTo(whole.id());
    assertThat(whole.templateId()).isEqualTo(whole.id());
  }

  @Test
  void marksTemplatesAnewWhenTheEmbedderIsReadInAnotherWay() {
    // The base's file, with other channels: other embeddings, and so another model.
    String embedder = Manifests.WHOLE.substring(Manifests.WHOLE.indexOf("embedder:"));
    String again =
        """
        name: again
        version: "1"
        description: The same embedder, fed otherwise
        licence: {declared: none, training-data: none, note: Ask the owner.}
        base: whole
        files: {}
        """
            + embedder.replace("channels: bgr", "channels: rgb");
    ModelPack pack = Manifests.pack(again, whole);

    assertThat(pack.templateId()).isEqualTo(pack.id());
    assertThat(pack.home("encode.onnx")).isSameAs(whole);
  }

  @Test
  void refusesToBeWithoutADetector() {
    assertThatThrownBy(() -> Manifests.pack(Manifests.ATTACKS, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("detector");
  }

  @Test
  void refusesADetectorWithoutKeypointsWhereThereIsNoLandmarkModel() {
    String bare = Manifests.WHOLE.replace(", keypoints: k", "");
    assertThatThrownBy(() -> Manifests.pack(bare, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lacks landmarks");
  }

  @Test
  void refusesAFileThatNobodyLists() {
    String unlisted = Manifests.WHOLE.replace("find.onnx: unpinned, ", "");
    assertThatThrownBy(() -> Manifests.pack(unlisted, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("files does not list find.onnx");
  }

  @Test
  void refusesAFileThatItsBaseListsToo() {
    String both = Manifests.ATTACKS.replace("near.onnx", "find.onnx");
    assertThatThrownBy(() -> Manifests.pack(both, whole))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("find.onnx");
  }
}
