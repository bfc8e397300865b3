package io.faceservice.inference.image.webp;

/**
 * The prefix codes of an image: five for each block of pixels, one for each channel and one for
 * distances (RFC 9649, section 3.7.2.2). Blocks may share theirs.
 */
final class PrefixCodeGroups {
  static final int GREEN = 0;
  static final int RED = 1;
  static final int BLUE = 2;
  static final int ALPHA = 3;
  static final int DISTANCE = 4;

  private static final int CHANNEL_VALUES = 256;
  private static final int DISTANCES = 40;

  /** A block so wide that no image leaves it. */
  private static final int ONE_BLOCK = 30;

  private final PrefixCode[][] groups;
  private final int[] groupOfBlock;
  private final int blockBits;
  private final int blocksAcross;

  private PrefixCodeGroups(
      PrefixCode[][] groups, int[] groupOfBlock, int blockBits, int blocksAcross) {
    this.groups = groups;
    this.groupOfBlock = groupOfBlock;
    this.blockBits = blockBits;
    this.blocksAcross = blocksAcross;
  }

  static PrefixCodeGroups readOne(BitReader in, int colours) {
    return new PrefixCodeGroups(readGroups(in, 1, colours), new int[1], ONE_BLOCK, 1);
  }

  static PrefixCodeGroups readForPicture(BitReader in, int width, int height, int colours) {
    if (!in.readFlag()) {
      return readOne(in, colours);
    }
    int bits = 2 + in.read(3);
    int across = blocks(width, bits);
    int[] blocks = EntropyCodedImage.data(in, across, blocks(height, bits));
    int last = 0;
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = (blocks[i] >> 8) & 0xFFFF;
      last = Math.max(last, blocks[i]);
    }
    return new PrefixCodeGroups(readGroups(in, last + 1, colours), blocks, bits, across);
  }

  /** How many blocks of {@code 1 << bits} pixels cover a side. */
  static int blocks(int side, int bits) {
    return (side + (1 << bits) - 1) >> bits;
  }

  private static PrefixCode[][] readGroups(BitReader in, int count, int colours) {
    PrefixCodeReader reader = new PrefixCodeReader(in);
    PrefixCode[][] groups = new PrefixCode[count][];
    for (int i = 0; i < count; i++) {
      groups[i] =
          new PrefixCode[] {
            reader.read(colours),
            reader.read(CHANNEL_VALUES),
            reader.read(CHANNEL_VALUES),
            reader.read(CHANNEL_VALUES),
            reader.read(DISTANCES)
          };
    }
    return groups;
  }

  PrefixCode[] at(int x, int y) {
    return groups[groupOfBlock[(y >> blockBits) * blocksAcross + (x >> blockBits)]];
  }

  /** How many pixels from x on, in one row of the width, have the codes of the first. */
  int runFrom(int x, int width) {
    return Math.min(width, ((x >> blockBits) + 1) << blockBits) - x;
  }
}
