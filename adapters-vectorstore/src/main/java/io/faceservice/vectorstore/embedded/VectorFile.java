package io.faceservice.vectorstore.embedded;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * All embeddings as little-endian floats in a file, mapped into memory, one record after another.
 * The operating system keeps in memory what is asked for. Records are given out by number; their
 * contents are guarded by the partitions that own them.
 */
final class VectorFile implements AutoCloseable {
  /** Records by which the file grows and in which it is mapped. */
  private static final int EXTENT = 4096;

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path path;
  private final int recordBytes;
  private final Arena arena = Arena.ofShared();
  private final BitSet used = new BitSet();
  private int firstFree;
  private volatile List<MemorySegment> extents = List.of();

  /** Opens the file; it is made, or grows, when records are written. */
  VectorFile(Path path, Layout layout) throws IOException {
    this.path = path;
    this.recordBytes = layout.vectorBytes();
    if (Files.exists(path)) {
      long whole = Files.size(path) / ((long) EXTENT * recordBytes);
      for (int extent = 0; extent < whole; extent++) {
        map();
      }
    }
  }

  /** Gives out a record of the caller's own. */
  synchronized int allocate() throws IOException {
    int record = used.nextClearBit(firstFree);
    if (record >= extents.size() * EXTENT) {
      extend();
    }
    used.set(record);
    firstFree = record + 1;
    return record;
  }

  /** Takes a record as given out before, as a snapshot says; false if the file does not have it. */
  synchronized boolean claim(int record) {
    if (record < 0 || record >= extents.size() * EXTENT || used.get(record)) {
      return false;
    }
    used.set(record);
    return true;
  }

  /** Overwrites a record with zeros and takes it back. */
  void free(int record) {
    slice(record).fill((byte) 0);
    synchronized (this) {
      used.clear(record);
      firstFree = Math.min(firstFree, record);
    }
  }

  void write(int record, float[] vector) {
    MemorySegment.copy(vector, 0, extent(record), FLOAT, offset(record), vector.length);
  }

  /** Reads a record; false if its contents do not have this checksum. */
  boolean read(int record, int checksum, float[] vector) {
    var crc = new CRC32C();
    crc.update(slice(record).asByteBuffer());
    MemorySegment.copy(extent(record), FLOAT, offset(record), vector, 0, vector.length);
    return (int) crc.getValue() == checksum;
  }

  /** Writes through to the disk. */
  void force() {
    extents.forEach(MemorySegment::force);
  }

  @Override
  public void close() {
    arena.close();
  }

  /** Writes zeros first: a full disk is then an exception here, and no fault at a later access. */
  private void extend() throws IOException {
    try (var channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = (long) extents.size() * EXTENT * recordBytes;
      ByteBuffer zeros = ByteBuffer.allocate(EXTENT * recordBytes);
      while (zeros.hasRemaining()) {
        end += channel.write(zeros, end);
      }
    }
    map();
  }

  private void map() throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long bytes = (long) EXTENT * recordBytes;
      List<MemorySegment> more = new ArrayList<>(extents);
      more.add(channel.map(MapMode.READ_WRITE, more.size() * bytes, bytes, arena));
      extents = List.copyOf(more);
    }
  }

  private MemorySegment extent(int record) {
    return extents.get(record / EXTENT);
  }

  private long offset(int record) {
    return (long) (record % EXTENT) * recordBytes;
  }

  private MemorySegment slice(int record) {
    return extent(record).asSlice(offset(record), recordBytes);
  }
}
