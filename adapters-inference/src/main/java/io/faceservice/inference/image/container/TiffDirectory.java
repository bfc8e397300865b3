package io.faceservice.inference.image.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The first image file directory of a TIFF 6.0 file, or of the EXIF data of another. Only its
 * entries are held: values are read when asked for, and never more of them than the file has bytes.
 */
final class TiffDirectory {
  static final int ORIENTATION = 274;

  private static final int ENTRY = 12;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  /** A colour map of 16 bits has three times 65,536; a picture of a million strips is a bomb. */
  private static final long MOST_VALUES = 1_000_000;

  private final ByteBuffer tiff;
  private final SortedMap<Integer, Integer> entries = new TreeMap<>();

  private TiffDirectory(ByteBuffer tiff) {
    this.tiff = tiff;
    int directory = tiff.getInt(4);
    int count = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      int entry = directory + 2 + i * ENTRY;
      tiff.getInt(entry + 8); // reaches the entry's last byte, or fails
      entries.putIfAbsent(tiff.getShort(entry) & 0xFFFF, entry);
    }
  }

  /**
   * @throws IndexOutOfBoundsException if the directory is not within the data
   */
  static TiffDirectory of(ByteBuffer tiff) {
    ByteBuffer data = tiff.slice();
    boolean little = data.get(0) == 'I';
    return new TiffDirectory(data.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN));
  }

  /** The orientation that EXIF data tell; upright if they are broken, since the picture is not. */
  static Orientation orientationOf(ByteBuffer exif) {
    try {
      return of(exif).orientation();
    } catch (RuntimeException e) {
      return Orientation.UPRIGHT;
    }
  }

  Orientation orientation() {
    return Orientation.ofExif((int) number(ORIENTATION, 1));
  }

  ByteOrder order() {
    return tiff.order();
  }

  /** The twelve bytes of an entry, as they stand in the file. */
  Optional<ByteBuffer> entry(int tag) {
    return Optional.ofNullable(entries.get(tag)).map(this::checkedEntry);
  }

  private ByteBuffer checkedEntry(int entry) {
    long count = tiff.getInt(entry + 4) & 0xFFFF_FFFFL;
    Unreadable.unless(count <= MOST_VALUES);
    return tiff.slice(entry, ENTRY);
  }

  /** The only, or the first, value of a tag. */
  long number(int tag, long absent) {
    long[] values = numbers(tag);
    return values.length == 0 ? absent : values[0];
  }

  /** All values of a tag of type SHORT or LONG; none if it is absent. */
  long[] numbers(int tag) {
    Integer entry = entries.get(tag);
    if (entry == null) {
      return new long[0];
    }
    int type = tiff.getShort(entry + 2);
    long count = tiff.getInt(entry + 4) & 0xFFFF_FFFFL;
    int size = type == SHORT ? 2 : 4;
    Unreadable.unless((type == SHORT || type == LONG) && count <= MOST_VALUES);
    int at = count * size <= 4 ? entry + 8 : tiff.getInt(entry + 8);
    long[] values = new long[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          type == SHORT
              ? tiff.getShort(at + 2 * i) & 0xFFFF
              : tiff.getInt(at + 4 * i) & 0xFFFF_FFFFL;
    }
    return values;
  }
}
