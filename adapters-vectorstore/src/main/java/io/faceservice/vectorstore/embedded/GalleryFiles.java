package io.faceservice.vectorstore.embedded;

import io.faceservice.domain.biometric.ModelId;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a gallery, held by one process at a time:
 *
 * <ul>
 *   <li>{@code lock}, locked while the gallery is open;
 *   <li>{@code gallery.properties}: format, model pack and dimension;
 *   <li>{@code vectors.f32}: the embeddings ({@link VectorFile});
 *   <li>{@code faces.snapshot}: all else ({@link Snapshot}), written when the gallery is closed and
 *       deleted before the first change: it is there exactly if the gallery is whole.
 * </ul>
 */
final class GalleryFiles implements AutoCloseable {
  private static final String FORMAT = "1";

  private final Path directory;
  private final FileChannel lockFile;
  private boolean snapshotStands;

  private GalleryFiles(Path directory, FileChannel lockFile) {
    this.directory = directory;
    this.lockFile = lockFile;
  }

  /** Templates are biometric data: nobody but the owner looks into their folder. */
  private static void makeForOwnerOnly(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(directory);
    }
  }

  /** Takes the directory for this process, and makes it if need be. */
  static GalleryFiles lock(Path directory) throws IOException {
    makeForOwnerOnly(directory);
    var lockFile =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(lockFile) == null) {
      lockFile.close();
      throw GalleryFailures.inUse(directory);
    }
    return new GalleryFiles(directory, lockFile);
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /** Makes sure that what is kept was made by this model pack, or that nothing is kept. */
  void identify(ModelId model, int dimension) throws IOException {
    Properties wanted = identity(model, dimension);
    Path file = directory.resolve("gallery.properties");
    if (!Files.exists(file)) {
      erase();
      var text = new StringWriter();
      wanted.store(text, null);
      writeAtomically(file, text.toString());
      return;
    }
    var kept = new Properties();
    kept.load(new StringReader(Files.readString(file)));
    if (!Objects.equals(kept, wanted)) {
      throw GalleryFailures.foreign(directory, describe(kept), describe(wanted));
    }
  }

  Path vectors() {
    return directory.resolve("vectors.f32");
  }

  Path snapshot() {
    return directory.resolve("faces.snapshot");
  }

  /** Where a snapshot is written before it stands. */
  Path draft() {
    return directory.resolve("faces.snapshot.draft");
  }

  /** Notes that the snapshot holds what the gallery holds. */
  synchronized void standing() {
    snapshotStands = true;
  }

  /** Withdraws the snapshot: from now on a crash is found by its absence. */
  synchronized void changing() throws IOException {
    if (snapshotStands) {
      Files.deleteIfExists(snapshot());
      force(directory);
      snapshotStands = false;
    }
  }

  /** Makes the draft the snapshot. */
  synchronized void publish() throws IOException {
    force(draft());
    Files.move(draft(), snapshot(), StandardCopyOption.ATOMIC_MOVE);
    force(directory);
  }

  synchronized boolean unchanged() {
    return snapshotStands;
  }

  /** Deletes everything but the lock. */
  void erase() throws IOException {
    Files.deleteIfExists(snapshot());
    Files.deleteIfExists(draft());
    Files.deleteIfExists(vectors());
    Files.deleteIfExists(directory.resolve("gallery.properties"));
    force(directory);
  }

  private void writeAtomically(Path file, String text) throws IOException {
    Path draft = Files.writeString(directory.resolve(file.getFileName() + ".draft"), text);
    force(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    force(directory);
  }

  private static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Properties identity(ModelId model, int dimension) {
    var identity = new Properties();
    identity.setProperty("format", FORMAT);
    identity.setProperty("model", model.value());
    identity.setProperty("dimension", Integer.toString(dimension));
    return identity;
  }

  private static String describe(Properties identity) {
    return "%s (%s values, format %s)"
        .formatted(
            identity.getProperty("model"),
            identity.getProperty("dimension"),
            identity.getProperty("format"));
  }

  /** Lets go of the directory. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
