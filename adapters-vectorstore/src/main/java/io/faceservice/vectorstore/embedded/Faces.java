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
    PackedCode.write(code, rows, row, layout);
    rows.set(ValueLayout.JAVA_INT_UNALIGNED, row + layout.recordOffset(), record);
    rows.set(ValueLayout.JAVA_INT_UNALIGNED, row + layout.checksumOffset(), checksum);
  }

  void writeBits(int position, long[] signs, long[] sizes) {
    write(signs, signs(position), line(position));
    write(sizes, sizes(position), line(position));
  }

  private static void write(long[] words, MemorySegment memory, long line) {
    MemorySegment.copy(words, 0, memory, ValueLayout.JAVA_LONG_UNALIGNED, line, words.length);
  }

  Code code(int position) {
    return PackedCode.read(rows(position), row(position), layout);
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
      rowOf(position).copyFrom(rowOf(last));
      lineOf(signs(position), position).copyFrom(lineOf(signs(last), last));
      lineOf(sizes(position), position).copyFrom(lineOf(sizes(last), last));
    }
    rowOf(last).fill((byte) 0);
    lineOf(signs(last), last).fill((byte) 0);
    lineOf(sizes(last), last).fill((byte) 0);
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

  private MemorySegment sizes(int position) {
    return blocks.get(position / BLOCK).sizes();
  }

  private long line(int position) {
    return (long) (position % BLOCK) * layout.lineBytes();
  }

  private MemorySegment lineOf(MemorySegment lines, int position) {
    return lines.asSlice(line(position), layout.lineBytes());
  }

  private MemorySegment rowOf(int position) {
    return rows(position).asSlice(row(position), layout.rowBytes());
  }

  private void grow(int needed) {
    if (needed > blocks.size() * BLOCK) {
      blocks.add(new Block(layout, blocks.isEmpty() ? FIRST_BLOCK : BLOCK));
    } else if (blocks.size() == 1 && needed > blocks.getFirst().capacity()) {
      Block small = blocks.getFirst();
      var larger = new Block(layout, Math.min(BLOCK, 4 * small.capacity()));
      larger.copyFrom(small);
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
