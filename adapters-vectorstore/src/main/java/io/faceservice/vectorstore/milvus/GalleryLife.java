package io.faceservice.vectorstore.milvus;

import io.faceservice.domain.biometric.ModelId;
import org.jspecify.annotations.Nullable;

/** Opens a gallery once, and closes it for good. Safe for use by many threads. */
final class GalleryLife {
  private final MilvusConnection connection;
  private final Opening opening;
  private volatile @Nullable OpenGallery open;
  private boolean closed;

  GalleryLife(MilvusSettings settings, ModelId model, int dimension) {
    this.connection = new MilvusConnection(settings.server());
    this.opening = new Opening(settings, connection, model, dimension);
  }

  synchronized void prepare() {
    requireNotClosed();
    if (open == null) {
      open = opening.open();
    }
  }

  synchronized void reset() {
    requireNotClosed();
    open = opening.openEmptied();
  }

  OpenGallery open() {
    OpenGallery gallery = open;
    if (gallery == null) {
      throw MilvusFailures.closed();
    }
    return gallery;
  }

  synchronized void close() {
    closed = true;
    open = null;
    connection.close();
  }

  private void requireNotClosed() {
    if (closed) {
      throw MilvusFailures.closed();
    }
  }
}
