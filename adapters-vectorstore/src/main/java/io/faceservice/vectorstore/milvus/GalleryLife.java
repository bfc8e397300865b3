package io.faceservice.vectorstore.milvus;

import io.faceservice.domain.biometric.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Opens a gallery once, and closes it for good, in the middle of an opening too. Safe for use by
 * many threads.
 */
final class GalleryLife {
  private final MilvusConnection connection;
  private final Opening opening;
  private volatile @Nullable OpenGallery open;

  GalleryLife(MilvusSettings settings, ModelId model, int dimension) {
    this.connection = new MilvusConnection(settings.server());
    this.opening = new Opening(settings, connection, model, dimension);
  }

  synchronized void prepare() {
    if (open == null) {
      open = opening.open();
    }
  }

  synchronized void reset() {
    open = opening.openEmptied();
  }

  OpenGallery open() {
    OpenGallery gallery = open;
    if (gallery == null || connection.isClosed()) {
      throw MilvusFailures.closed();
    }
    return gallery;
  }

  void close() {
    connection.close();
    open = null;
  }
}
