package io.faceservice.inference.tfserving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.inference.tfserving.wire.ModelSpec.VersionChoiceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelVersionsTest {

  @Test
  void asksForTheNewestUnlessToldOtherwise() {
    assertThat(new ModelVersions("latest").spec("arcface").getVersionChoiceCase())
        .isEqualTo(VersionChoiceCase.VERSIONCHOICE_NOT_SET);
  }

  @Test
  void asksForANumberOrALabelOfOneModelAndAnotherOfTheRest() {
    var versions = new ModelVersions("stable, arcface=3");
    assertThat(versions.spec("arcface").getVersion().getValue()).isEqualTo(3);
    assertThat(versions.spec("landmark").getVersionLabel()).isEqualTo("stable");
    assertThat(versions.spec("landmark").getName()).isEqualTo("landmark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "arcface=", "1,2", "a=1,a=2"})
  void refusesWhatSaysNothingOrTwoThings(String words) {
    assertThatThrownBy(() -> new ModelVersions(words)).isInstanceOf(IllegalArgumentException.class);
  }
}
