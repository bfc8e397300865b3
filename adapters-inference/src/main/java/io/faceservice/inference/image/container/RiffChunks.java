package io.faceservice.inference.image.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The chunks of a RIFF container; of several with one name the first. */
final class RiffChunks {
  private static final int HEADER = 8;

  private final Map<String, ByteBuffer> bodies = new HashMap<>();

  /** Reads the chunks up to the end of the container, or up to one that the container cuts off. */
  static RiffChunks of(ByteBuffer container) {
    RiffChunks chunks = new RiffChunks();
    ByteBuffer rest = container.slice().order(ByteOrder.LITTLE_ENDIAN);
    while (rest.remaining() >= HEADER) {
      byte[] name = new byte[4];
      rest.get(name);
      int size = rest.getInt();
      Unreadable.unless(size >= 0 && size <= rest.remaining());
      ByteBuffer body = rest.slice(rest.position(), size).order(ByteOrder.LITTLE_ENDIAN);
      chunks.bodies.putIfAbsent(new String(name, StandardCharsets.US_ASCII), body);
      rest.position(Math.min(rest.limit(), rest.position() + size + (size & 1)));
    }
    return chunks;
  }

  Optional<ByteBuffer> find(String name) {
    return Optional.ofNullable(bodies.get(name));
  }

  ByteBuffer get(String name) {
    return find(name).orElseThrow(Unreadable::damaged);
  }

  static CodedBytes bytes(ByteBuffer body) {
    byte[] bytes = new byte[body.limit()];
    body.get(0, bytes);
    return new CodedBytes(bytes);
  }

  /** An unsigned number of three bytes. */
  static int threeBytes(ByteBuffer body, int at) {
    return (body.getShort(at) & 0xFFFF) | ((body.get(at + 2) & 0xFF) << 16);
  }
}
