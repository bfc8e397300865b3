package io.faceservice.application.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.bulk.ExportFaces.Detail;
import io.faceservice.application.bulk.ExportFaces.Exported;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.TwoStores;
import io.faceservice.domain.biometric.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExportFacesTest {
  private final TwoStores stores = new TwoStores();
  private final ExportFaces faces = new ExportFaces(stores.store());
  private final List<Exported> given = new ArrayList<>();

  @BeforeEach
  void enrol() {
    enrol("default", "zoe", 1);
    enrol("default", "ada", 2);
    enrol("shop", "ada", 3);
    enrol("default", "zoe", 4);
  }

  @Test
  void givesEveryCurrentFaceInTheOrderOfEnrolment() {
    assertThat(faces.export(Optional.empty(), Set.of(), given::add)).isTrue();

    assertThat(given)
        .extracting(this::named)
        .containsExactly("default/zoe 2", "default/ada 1", "shop/ada 1");
    assertThat(given).allMatch(Exported::current).allMatch(one -> one.images().isEmpty());
    assertThat(faces.count(Optional.empty())).isEqualTo(3);
  }

  @Test
  void givesTheFacesOfOneSource() {
    var shop = Optional.of(new Source("shop"));

    faces.export(shop, Set.of(), given::add);

    assertThat(given).extracting(this::named).containsExactly("shop/ada 1");
    assertThat(faces.count(shop)).isEqualTo(1);
  }

  @Test
  void givesAllVersionsNewestFirstEachWithItsOwnImage() {
    faces.export(Optional.empty(), EnumSet.allOf(Detail.class), given::add);

    assertThat(given)
        .extracting(this::named)
        .containsExactly("default/zoe 2", "default/zoe 1", "default/ada 1", "shop/ada 1");
    assertThat(given).extracting(Exported::current).containsExactly(true, false, true, true);
    assertThat(given.get(1).images().getFirst().digest())
        .isEqualTo(Enrolments.image(1, 1_000).digest());
  }

  @Test
  void leavesOutWhoIsRemovedMeanwhile() {
    faces.export(
        Optional.empty(),
        Set.of(Detail.IMAGES),
        one -> {
          stores.keeper().remove(Enrolments.subject("ada"));
          return given.add(one);
        });

    assertThat(given).extracting(this::named).containsExactly("default/zoe 2", "shop/ada 1");
  }

  @Test
  void stopsWhenNoMoreIsWanted() {
    assertThat(faces.export(Optional.empty(), Set.of(), one -> !given.add(one))).isFalse();

    assertThat(given).hasSize(1);
  }

  @Test
  void leafsThroughMoreThanAPage() {
    for (int i = 0; i < 450; i++) {
      enrol("default", "person " + i, i);
    }
    faces.export(Optional.empty(), Set.of(), given::add);

    assertThat(given).extracting(this::named).hasSize(453).doesNotHaveDuplicates();
  }

  private void enrol(String source, String subject, int seed) {
    stores.keeper().enrol(Enrolments.enrolment(Enrolments.face(source, subject), seed));
  }

  private String named(Exported one) {
    return one.face().key().source()
        + "/"
        + one.face().key().subject()
        + " "
        + one.face().version();
  }
}
