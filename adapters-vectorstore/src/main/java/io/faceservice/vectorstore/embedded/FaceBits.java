package io.faceservice.vectorstore.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Which bits a partition's faces have: the signs of their codes less the partition's mean, and
 * whether these values are far from it. The mean is taken once, when the partition first outgrows
 * exhaustive scans, and then kept: a mean that moved would make old bits wrong. Not safe for use by
 * many threads: its partition locks.
 */
final class FaceBits {
  /** Root mean squares from which on a value is far: see {@link Bits#distance}. */
  private static final double FAR = 0.98;

  private final Faces faces;

  /** Empty until taken. */
  private float[] mean = new float[0];

  FaceBits(Faces faces) {
    this.faces = faces;
  }

  /** A probe to compare with the bits: it says nothing while there is no mean. */
  BitProbe probe(Code probe) {
    return new BitProbe(centred(probe), faces.layout());
  }

  private float[] centred(Code code) {
    float[] centred = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      centred[i] = code.value(i) - mean[i];
    }
    return centred;
  }

  /**
   * A line of bits, 64 to a word: set where a value is above another, the rest padded with zeros.
   */
  static long[] above(float[] values, double limit, Layout layout) {
    long[] words = new long[layout.lineWords()];
    for (int from = 0; from < values.length; from += Long.SIZE) {
      long word = 0;
      int to = Math.min(from + Long.SIZE, values.length);
      for (int i = from; i < to; i++) {
        word |= (values[i] > limit ? 1L : 0L) << i;
      }
      words[from / Long.SIZE] = word;
    }
    return words;
  }

  /** Marks what was written at a position, and everything once the mean is taken. */
  void written(int position, Code code) {
    if (mean.length > 0) {
      mark(position, code);
    } else if (faces.size() > Scan.EXHAUSTIVE) {
      takeMean();
      for (int each = 0; each < faces.size(); each++) {
        mark(each, faces.code(each));
      }
    }
  }

  private void mark(int position, Code code) {
    float[] values = centred(code);
    long[] signs = above(values, 0, faces.layout());
    double far = FAR * BitProbe.rootMeanSquare(values);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]);
    }
    faces.writeBits(position, signs, above(values, far, faces.layout()));
  }

  private void takeMean() {
    double[] sums = new double[faces.layout().dimension()];
    for (int position = 0; position < faces.size(); position++) {
      Code code = faces.code(position);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += code.value(i);
      }
    }
    mean = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      mean[i] = (float) (sums[i] / faces.size());
    }
  }

  void save(DataOutputStream out) throws IOException {
    out.writeInt(mean.length);
    for (float value : mean) {
      out.writeFloat(value);
    }
  }

  void restore(DataInputStream in) throws IOException {
    mean = new float[in.readInt()];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = in.readFloat();
    }
  }
}
