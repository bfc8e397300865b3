package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a {@link Gallery} promises of identifiers; see {@link GalleryContract}. */
public abstract class GalleryIdentifierContract extends GallerySearchContract {

  static Stream<String> awkwardIdentifiers() {
    return Stream.of(
        "a-1",
        "A-1",
        "a_1",
        "x a 1",
        "a",
        " a ",
        "a*",
        "a\\b",
        "a/b",
        "\"quoted\"",
        "it's",
        "%_",
        "AND",
        "id:1 OR id:2",
        "{\"a\":1}",
        "Nguyễn Văn Ánh",
        "e\u0301",
        "\u00e9",
        "山田",
        "🙂🙃",
        "x".repeat(512),
        "x".repeat(511) + "y",
        "🙂".repeat(512));
  }

  @Test
  final void keepsIdentifiersExactly() {
    Gallery gallery = open();
    List<String> ids = awkwardIdentifiers().toList();
    for (int i = 0; i < ids.size(); i++) {
      gallery.enrol(reference(new Source(ids.get(i)), ids.get(i), templates.random(i)));
      gallery.enrol(reference(ids.get(i), templates.random(i)));
    }
    for (int i = 0; i < ids.size(); i++) {
      assertThat(subjects(gallery.search(Source.DEFAULT, templates.random(i), 1)))
          .containsExactly(ids.get(i));
      assertThat(subjects(gallery.search(new Source(ids.get(i)), templates.random(i), 10)))
          .containsExactly(ids.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("awkwardIdentifiers")
  final void forgetsAwkwardIdentifiersToo(String id) {
    Gallery gallery = open();
    gallery.enrol(reference(new Source(id), id, templates.at(0)));
    assertThat(gallery.remove(reference(new Source(id), id, templates.at(0)).key())).isTrue();
    assertThat(gallery.sizes()).isEmpty();
  }
}
