package io.faceservice.vectorstore.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Faces as bytes: how many, then of each block the lines of signs and of sizes and the rows. */
final class FacesFile {
  private FacesFile() {}

  static void save(Faces faces, DataOutputStream out) throws IOException {
    out.writeInt(faces.size());
    for (int index = 0; index < faces.blocks(); index++) {
      int count = faces.inBlock(index);
      out.write(bytes(lines(faces, faces.block(index).signs(), count)));
      out.write(bytes(lines(faces, faces.block(index).sizes(), count)));
      out.write(bytes(rows(faces, index, count)));
    }
  }

  /** Reads into faces that are empty. */
  static void restore(Faces faces, DataInputStream in) throws IOException {
    int size = in.readInt();
    for (int position = 0; position < size; position++) {
      faces.append();
    }
    for (int index = 0; index < faces.blocks(); index++) {
      int count = faces.inBlock(index);
      fill(lines(faces, faces.block(index).signs(), count), in);
      fill(lines(faces, faces.block(index).sizes(), count), in);
      fill(rows(faces, index, count), in);
    }
  }

  private static MemorySegment lines(Faces faces, MemorySegment lines, int count) {
    return lines.asSlice(0, (long) count * faces.layout().lineBytes());
  }

  private static MemorySegment rows(Faces faces, int index, int count) {
    return faces.block(index).rows().asSlice(0, (long) count * faces.layout().rowBytes());
  }

  private static byte[] bytes(MemorySegment memory) {
    return memory.toArray(ValueLayout.JAVA_BYTE);
  }

  private static void fill(MemorySegment memory, DataInputStream in) throws IOException {
    memory.copyFrom(MemorySegment.ofArray(in.readNBytes((int) memory.byteSize())));
  }
}
