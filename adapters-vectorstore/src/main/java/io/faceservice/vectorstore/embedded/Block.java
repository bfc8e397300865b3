package io.faceservice.vectorstore.embedded;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Room for some faces outside the heap: their lines of signs, then their rows. */
final class Block implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final int capacity;
  private final MemorySegment memory;
  private final MemorySegment signs;
  private final MemorySegment rows;

  Block(Layout layout, int capacity) {
    this.capacity = capacity;
    long signBytes = (long) capacity * layout.signBytes();
    memory = arena.allocate(signBytes + (long) capacity * layout.rowBytes(), Layout.CACHE_LINE);
    signs = memory.asSlice(0, signBytes);
    rows = memory.asSlice(signBytes);
  }

  int capacity() {
    return capacity;
  }

  MemorySegment signs() {
    return signs;
  }

  MemorySegment rows() {
    return rows;
  }

  /** Lets go of the memory after overwriting it. */
  @Override
  public void close() {
    memory.fill((byte) 0);
    arena.close();
  }
}
