package io.faceservice.bootstrap.guard;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.GalleryContract;
import io.faceservice.application.testkit.InMemoryGallery;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GuardedGalleryTest extends GalleryContract {
  private final InMemoryGallery.Storage storage = new InMemoryGallery.Storage();

  @Override
  protected Gallery newGallery(ModelId model, int dimension) {
    return new GuardedGallery(
        new InMemoryGallery(storage, model, dimension), Guards.remote(), () -> true);
  }

  @Test
  void isNotSearchedBeforeEverybodyInItCanBeFound() {
    try (var gallery =
        new GuardedGallery(
            new InMemoryGallery(storage, MODEL, dimension()), Guard.NONE, () -> false)) {
      gallery.prepare();
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> gallery.search(Source.DEFAULT, templates.at(0), 1));
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> gallery.searchAll(List.of(), 1));
    }
  }
}
