package io.faceservice.vectorstore.embedded;

import io.faceservice.application.port.Health;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Opens a gallery once, lets many use it, and closes it when nobody does any more. Safe for use by
 * many threads.
 */
final class GalleryLife {
  private final Path directory;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private @Nullable OpenGallery open;
  private boolean closed;

  /** Not open yet. The directory is for messages. */
  GalleryLife(Path directory) {
    this.directory = directory;
  }

  /** What is asked of an open gallery. */
  interface Call<T> {
    T on(OpenGallery gallery) throws IOException;
  }

  /** How a gallery is opened. */
  interface Opening {
    OpenGallery open() throws IOException;
  }

  /** Opens the gallery unless it is open. */
  void prepare(Opening opening) {
    alone(
        () -> {
          if (open == null) {
            open = opening.open();
          }
        });
  }

  /** Lets go of the open gallery, if any, without saving it, and opens another. */
  void replace(Opening opening) {
    alone(
        () -> {
          if (open != null) {
            open.release();
            open = null;
          }
          open = opening.open();
        });
  }

  /** Asks the open gallery. */
  <T> T call(Call<T> call) {
    lock.readLock().lock();
    try {
      if (open == null) {
        throw GalleryFailures.closed();
      }
      return call.on(open);
    } catch (IOException e) {
      throw GalleryFailures.files(directory, e);
    } finally {
      lock.readLock().unlock();
    }
  }

  Health check() {
    lock.readLock().lock();
    try {
      if (open == null) {
        return Health.down("The gallery is not open.");
      }
      return Health.up(
          open.needsRebuild() ? "The gallery needs a rebuild." : "The gallery is open and whole.");
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Saves and closes the gallery for good, if it is open. */
  void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw GalleryFailures.files(directory, e);
    } finally {
      open = null;
      lock.writeLock().unlock();
    }
  }

  /** Something to do while nobody uses the gallery. */
  private interface Change {
    void run() throws IOException;
  }

  private void alone(Change change) {
    lock.writeLock().lock();
    try {
      if (closed) {
        throw GalleryFailures.closed();
      }
      change.run();
    } catch (IOException e) {
      throw GalleryFailures.files(directory, e);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
