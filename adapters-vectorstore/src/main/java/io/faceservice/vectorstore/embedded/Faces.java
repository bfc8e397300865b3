package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a partition's faces is scanned, outside the heap, at positions 0 to {@code size − 1}
 * without gaps. Not safe for use by many threads: its partition locks.
 */
final class Faces implements AutoCloseable {
  /** Faces of a full block; lone blocks start smaller, so that small sources stay small. */
  static final int BLOCK = 4096;

  private static final int FIRST_BLOCK = 64;

  private final Layout layout;
  private final List<Block> blocks = new ArrayList<>();
  private int size;

  Faces(Layout layout) {
    this.layout = layout;
  }

  Layout layout() {
    return layout;
  }

  int size() {
    return size;
  }

  int blocks() {
    return Math.ceilDiv(size, BLOCK);
  }

  Block block(int index) {
    return blocks.get(index);
  }

  /** How many faces of a block are in use. */
  int inBlock(int index) {
    return Math.min(BLOCK, size - index * BLOCK);
  }

  /** Makes room at the end; what lies there is undefined until written. */
  int append() {
    grow(size + 1);
    return size++;
  }

  void write(int position, Code code, int record, int checksum) {
    MemorySegment rows = rows(position);
    long row = row(position);
    code.write(rows, row, layout);
    rows.set(ValueLayout.JAVA_INT_UNALIGNED, row + layout.recordOffset(), record);
    rows.set(ValueLayout.JAVA_INT_UNALIGNED, row + layout.checksumOffset(), checksum);
  }

  void writeSigns(int position, long[] words) {
    MemorySegment.copy(
        words, 0, signs(position), ValueLayout.JAVA_LONG_UNALIGNED, line(position), words.length);
  }

  Code code(int position) {
    return Code.read(rows(position), row(position), layout);
  }

  /** Where the face's vector lies in the file. */
  int record(int position) {
    return rows(position)
        .get(ValueLayout.JAVA_INT_UNALIGNED, row(position) + layout.recordOffset());
  }

  int checksum(int position) {
    return rows(position)
        .get(ValueLayout.JAVA_INT_UNALIGNED, row(position) + layout.checksumOffset());
  }

  /** Removes a face: the last one moves into its place, and its own old place is overwritten. */
  void remove(int position) {
    int last = size - 1;
    if (position != last) {
      MemorySegment.copy(rows(last), row(last), rows(position), row(position), layout.rowBytes());
      MemorySegment.copy(
          signs(last), line(last), signs(position), line(position), layout.signBytes());
    }
    rows(last).asSlice(row(last), layout.rowBytes()).fill((byte) 0);
    signs(last).asSlice(line(last), layout.signBytes()).fill((byte) 0);
    size--;
    shrink();
  }

  /** The memory in which the face's row lies. */
  MemorySegment rows(int position) {
    return blocks.get(position / BLOCK).rows();
  }

  /** Where the face's row begins there. */
  long row(int position) {
    return (long) (position % BLOCK) * layout.rowBytes();
  }

  private MemorySegment signs(int position) {
    return blocks.get(position / BLOCK).signs();
  }

  private long line(int position) {
    return (long) (position % BLOCK) * layout.signBytes();
  }

  private void grow(int needed) {
    if (needed > blocks.size() * BLOCK) {
      blocks.add(new Block(layout, blocks.isEmpty() ? FIRST_BLOCK : BLOCK));
    } else if (blocks.size() == 1 && needed > blocks.getFirst().capacity()) {
      Block small = blocks.getFirst();
      var larger = new Block(layout, Math.min(BLOCK, 4 * small.capacity()));
      larger.rows().asSlice(0, small.rows().byteSize()).copyFrom(small.rows());
      larger.signs().asSlice(0, small.signs().byteSize()).copyFrom(small.signs());
      blocks.set(0, larger);
      small.close();
    }
  }

  /** Gives back a last block once the one before it is the last in use and no longer full. */
  private void shrink() {
    boolean spare = blocks.size() > 1 && size <= (blocks.size() - 1) * BLOCK - BLOCK / 2;
    if (spare || size == 0) {
      blocks.removeLast().close();
    }
  }

  @Override
  public void close() {
    blocks.forEach(Block::close);
    blocks.clear();
    size = 0;
  }
}
