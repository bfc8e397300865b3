package io.faceservice.vectorstore.embedded;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Gallery;
import java.nio.file.Path;

/** What can go wrong with the gallery's files, in words for the operator. */
final class GalleryFailures {
  private static final String GALLERY = "gallery";

  private GalleryFailures() {}

  static BackendException closed() {
    return new BackendException(Kind.UNAVAILABLE, GALLERY, "The gallery is not open.");
  }

  static BackendException interrupted(InterruptedException cause) {
    return new BackendException(
        Kind.UNAVAILABLE, GALLERY, "The call was interrupted before its turn.", cause);
  }

  static BackendException files(Path directory, Exception cause) {
    return new BackendException(
        Kind.UNAVAILABLE, GALLERY, "The files in %s cannot be used.".formatted(directory), cause);
  }

  static BackendException inUse(Path directory) {
    return new BackendException(
        Kind.REFUSED,
        GALLERY,
        "The gallery in %s is open elsewhere: stop the other process first.".formatted(directory));
  }

  static BackendException foreign(Path directory, String kept, String wanted) {
    String problem =
        "The gallery in %s holds templates of %s, not of %s.".formatted(directory, kept, wanted);
    String cure = " Configure that pack again, or refill it by: " + Gallery.REBUILD_COMMAND;
    return new BackendException(Kind.REFUSED, GALLERY, problem + cure);
  }

  static BackendException damaged() {
    return new BackendException(
        Kind.CORRUPT,
        GALLERY,
        "A stored vector is not the one that was enrolled. Mend it with: "
            + Gallery.REBUILD_COMMAND);
  }
}
