package io.faceservice.bootstrap.control;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Function;

/** Sends what is written as frames. */
final class FrameWriter extends Writer {
  private static final int PIECE = 1 << 16;

  private final Wire wire;
  private final Function<String, Frame> frames;
  private final StringBuilder waiting = new StringBuilder();

  private FrameWriter(Wire wire, Function<String, Frame> frames) {
    this.wire = wire;
    this.frames = frames;
  }

  /** A writer whose text the other end writes to one of its streams. */
  static PrintWriter printing(Wire wire, Function<String, Frame> frames) {
    return new PrintWriter(new FrameWriter(wire, frames), false);
  }

  @Override
  public void write(char[] characters, int from, int count) throws IOException {
    waiting.append(characters, from, count);
    if (waiting.length() >= PIECE) {
      flush();
    }
  }

  @Override
  public void flush() throws IOException {
    if (!waiting.isEmpty()) {
      String piece = waiting.toString();
      waiting.setLength(0);
      wire.send(frames.apply(piece));
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
