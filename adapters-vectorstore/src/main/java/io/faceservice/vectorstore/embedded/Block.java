package io.faceservice.vectorstore.embedded;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Room for some faces outside the heap: their lines of signs and of sizes, then their rows. */
final class Block implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final int capacity;
  private final MemorySegment memory;
  private final MemorySegment signs;
  private final MemorySegment sizes;
  private final MemorySegment rows;

  Block(Layout layout, int capacity) {
    this.capacity = capacity;
    long lines = (long) capacity * layout.lineBytes();
    memory = arena.allocate(2 * lines + (long) capacity * layout.rowBytes(), Layout.CACHE_LINE);
    signs = memory.asSlice(0, lines);
    sizes = memory.asSlice(lines, lines);
    rows = memory.asSlice(2 * lines);
  }

  int capacity() {
    return capacity;
  }

  MemorySegment signs() {
    return signs;
  }

  MemorySegment sizes() {
    return sizes;
  }

  MemorySegment rows() {
    return rows;
  }

  /** Takes over what lies in a block of no greater capacity. */
  void copyFrom(Block other) {
    signs.copyFrom(other.signs);
    sizes.copyFrom(other.sizes);
    rows.copyFrom(other.rows);
  }

  /** Lets go of the memory after overwriting it. */
  @Override
  public void close() {
    memory.fill((byte) 0);
    arena.close();
  }
}
