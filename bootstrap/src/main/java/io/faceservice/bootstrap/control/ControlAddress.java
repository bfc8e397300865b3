package io.faceservice.bootstrap.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Where the service of a data folder listens for commands: a socket in a folder that its owner
 * alone may enter, so who may command is who may read the stores anyway.
 *
 * @param folder the socket's folder
 */
record ControlAddress(Path folder) {
  /** The least of what systems take as a socket's path, with some room. */
  private static final int LONGEST_PATH = 100;

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  /** A data folder whose path is too long for a socket has it in the folder for temporary files. */
  static ControlAddress of(Path data) {
    Path folder = data.toAbsolutePath().normalize().resolve("control");
    if (socket(folder).toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
      byte[] name = folder.toString().getBytes(StandardCharsets.UTF_8);
      folder =
          Path.of(System.getProperty("java.io.tmpdir"))
              .resolve("face-service-" + UUID.nameUUIDFromBytes(name));
    }
    return new ControlAddress(folder);
  }

  Path socket() {
    return socket(folder);
  }

  private static Path socket(Path folder) {
    return folder.resolve("service.sock");
  }

  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(socket());
  }

  /**
   * Makes the folder, or makes sure that nobody else may enter it.
   *
   * @throws IOException if it is somebody else's
   */
  void make() throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(folder);
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      FileAttribute<Set<PosixFilePermission>> owner =
          PosixFilePermissions.asFileAttribute(EnumSet.copyOf(OWNER));
      Files.createDirectories(folder.getParent(), owner);
      Files.createDirectory(folder, owner);
    }
    requireOurs();
  }

  /** Whether the folder is there and nobody else's; a socket in another's folder is no service. */
  boolean isOurs() {
    try {
      requireOurs();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void requireOurs() throws IOException {
    var permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
    if (!OWNER.containsAll(permissions) || !Files.isWritable(folder)) {
      throw new FileSystemException(folder.toString(), null, "others may enter it");
    }
  }
}
