package io.faceservice.inference.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one thread of one process at a time install below a folder. */
final class InstallLock {
  private InstallLock() {}

  /** What is done while the lock is held. */
  interface Work {
    boolean run() throws IOException;
  }

  /** Does the work once nobody else installs below the folder. */
  static synchronized boolean holding(Path folder, Work work) throws IOException {
    Path file = folder.resolve(".lock");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      return work.run();
    }
  }
}
