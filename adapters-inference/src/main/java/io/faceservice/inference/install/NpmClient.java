package io.faceservice.inference.install;

import io.faceservice.inference.pack.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The npm client, which knows the machine's registry and proxy. */
final class NpmClient {
  private static final long MINUTES = 10;

  private final String command;

  /**
   * @param command how the client is called, {@code npm} on any machine that has it
   */
  NpmClient(String command) {
    this.command = command;
  }

  /**
   * Fetches the package, checks its hash and unpacks some of its files.
   *
   * @param files names below the source's folder
   * @param target an existing folder
   * @throws InstallException if npm fails, the hash differs or a file is missing
   */
  void unpack(Source source, Collection<String> files, Path target) {
    Path download = target.resolve(".download");
    try {
      Files.createDirectories(download);
      Path tarball = fetch(source, download);
      String hash = Checksum.of(tarball);
      if (!hash.equals(source.sha256())) {
        throw new InstallException(
            "%s@%s has SHA-256 %s, not %s: nothing was installed"
                .formatted(source.npm(), source.version(), hash, source.sha256()));
      }
      extract(tarball, source, new HashSet<>(files), target);
      Files.delete(tarball);
      Files.delete(download);
    } catch (IOException e) {
      throw new InstallException("cannot write below " + target, e);
    }
  }

  private Path fetch(Source source, Path download) throws IOException {
    String name = source.npm() + "@" + source.version();
    Path log = download.resolve("npm.log");
    Process npm = start(name, download, log);
    try {
      if (!npm.waitFor(MINUTES, TimeUnit.MINUTES)) {
        npm.destroyForcibly();
        throw new InstallException("npm pack " + name + " did not end in " + MINUTES + " minutes");
      }
    } catch (InterruptedException e) {
      npm.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InstallException("interrupted while npm fetched " + name, e);
    }
    if (npm.exitValue() != 0) {
      throw new InstallException(
          "npm pack %s failed:%n%s".formatted(name, Files.readString(log).strip()));
    }
    Files.delete(log);
    try (Stream<Path> fetched = Files.list(download)) {
      return fetched
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new InstallException("npm pack " + name + " left no tarball"));
    }
  }

  private Process start(String name, Path download, Path log) {
    try {
      return new ProcessBuilder(
              command, "pack", name, "--ignore-scripts", "--pack-destination", ".")
          .directory(download.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new InstallException(
          "the npm client is needed to fetch " + name + ": install Node.js with npm", e);
    }
  }

  private static void extract(Path tarball, Source source, Set<String> wanted, Path target)
      throws IOException {
    try (InputStream file = Files.newInputStream(tarball);
        var tar = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        String prefix = source.folder() + "/";
        if (entry.isFile() && entry.getName().startsWith(prefix)) {
          String name = entry.getName().substring(prefix.length());
          if (wanted.remove(name)) {
            Files.copy(tar, target.resolve(name));
          }
        }
      }
    }
    if (!wanted.isEmpty()) {
      throw new InstallException(source.npm() + " lacks " + wanted);
    }
  }
}
