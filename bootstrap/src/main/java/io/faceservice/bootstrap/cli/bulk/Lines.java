package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.domain.biometric.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a UTF-8 file with their numbers, each judged by itself: one that is no text, or that
 * is too long to be held in memory, spoils no other. A byte order mark and the carriage returns of
 * Windows are left out.
 */
final class Lines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final Path file;
  private final int maxBytes;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private int position;
  private int filled;
  private long number;
  private boolean tooLong;

  /** A line of the file. */
  sealed interface Line {
    long number();
  }

  /** One that can be read. */
  record Text(long number, String text) implements Line {}

  /** One that cannot. */
  record Broken(long number, Reason reason, String message) implements Line {}

  /**
   * @param maxBytes the most that a line may have
   * @throws InvalidInputException naming the file, if it cannot be read
   */
  Lines(Path file, int maxBytes) {
    this.file = file;
    this.maxBytes = maxBytes;
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** How many line breaks there are. */
  static long count(Path file) {
    byte[] buffer = new byte[BUFFER];
    long breaks = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          breaks += buffer[i] == '\n' ? 1 : 0;
        }
      }
      return breaks;
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** The next line, or empty at the end. */
  Optional<Line> next() {
    try {
      return collect() ? Optional.of(line()) : Optional.empty();
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private boolean collect() throws IOException {
    collected.reset();
    tooLong = false;
    boolean any = false;
    while (position < filled || fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      keep(end - position);
      position = end;
      if (end < filled) {
        position++;
        break;
      }
    }
    number += any ? 1 : 0;
    return any;
  }

  private void keep(int length) {
    if (tooLong || collected.size() + length > maxBytes) {
      tooLong = true;
    } else {
      collected.write(buffer, position, length);
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  private Line line() {
    if (tooLong) {
      return new Broken(
          number, Reason.TOO_LARGE, "The line has more than %d bytes.".formatted(maxBytes));
    }
    byte[] bytes = collected.toByteArray();
    int start = number == 1 && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    int end =
        bytes.length > start && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    try {
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
      return new Text(number, text.toString());
    } catch (CharacterCodingException e) {
      return new Broken(number, Reason.BAD_LINE, "The line is no UTF-8 text.");
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && Arrays.mismatch(
                bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)
            < 0;
  }

  private static InvalidInputException unreadable(Path file) {
    return new InvalidInputException("input", file + " cannot be read.");
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(file);
    }
  }
}
