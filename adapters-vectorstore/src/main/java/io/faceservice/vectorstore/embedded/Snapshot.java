package io.faceservice.vectorstore.embedded;

import io.faceservice.domain.biometric.Source;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A gallery's partitions in one file: a magic number, the format's version, whether the gallery
 * needs a rebuild, the partitions, and a CRC-32C of all before it. Nothing of a file is believed
 * before its checksum was found right.
 *
 * @param partitions with all their faces
 * @param needsRebuild whether the gallery was incomplete when it was closed
 */
record Snapshot(List<Partition> partitions, boolean needsRebuild) {
  private static final int MAGIC = 0x46414345; // FACE
  private static final int VERSION = 2;
  private static final int BUFFER = 1 << 20;

  static void save(Path file, Collection<Partition> partitions, boolean needsRebuild)
      throws IOException {
    try (var stream = Files.newOutputStream(file)) {
      var checked = new CheckedOutputStream(stream, new CRC32C());
      var out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeBoolean(needsRebuild);
      out.writeInt(partitions.size());
      for (Partition partition : partitions) {
        out.writeUTF(partition.source().value());
        partition.save(out);
      }
      out.flush();
      out.writeInt((int) checked.getChecksum().getValue());
      out.flush();
    }
  }

  /**
   * Reads a file.
   *
   * @param empty makes a partition to read into
   * @throws IOException if the file is not there, not whole or not of this version
   */
  static Snapshot load(Path file, Function<Source, Partition> empty) throws IOException {
    verify(file);
    List<Partition> partitions = new ArrayList<>();
    try (var in = new DataInputStream(open(file))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw new IOException("not a snapshot of this version");
      }
      boolean needsRebuild = in.readBoolean();
      for (int left = in.readInt(); left > 0; left--) {
        Partition partition = empty.apply(new Source(in.readUTF()));
        partitions.add(partition);
        partition.restore(in);
      }
      return new Snapshot(partitions, needsRebuild);
    } catch (IOException | RuntimeException e) {
      partitions.forEach(Partition::close);
      throw e;
    }
  }

  private static void verify(Path file) throws IOException {
    long contents = Files.size(file) - Integer.BYTES;
    try (var checked = new CheckedInputStream(Files.newInputStream(file), new CRC32C())) {
      byte[] buffer = new byte[BUFFER];
      for (long left = contents; left > 0; ) {
        int read = checked.read(buffer, 0, (int) Math.min(left, BUFFER));
        if (read < 0) {
          throw new IOException("the snapshot ends too early");
        }
        left -= read;
      }
      int expected = (int) checked.getChecksum().getValue();
      if (contents < 0 || new DataInputStream(checked).readInt() != expected) {
        throw new IOException("the snapshot's checksum is wrong");
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER);
  }
}
