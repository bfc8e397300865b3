package io.faceservice.vectorstore.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Which sign bits a partition's faces have: those of their codes less the partition's mean. The
 * mean is taken once, when the partition first outgrows exhaustive scans, and then kept: a mean
 * that moved would make old signs wrong. Not safe for use by many threads: its partition locks.
 */
final class SignBits {
  private final Faces faces;

  /** Empty until taken. */
  private float[] mean = new float[0];

  SignBits(Faces faces) {
    this.faces = faces;
  }

  /** A probe to compare with the sign bits: it says nothing while there is no mean. */
  SignProbe probe(Code probe) {
    float[] centred = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      centred[i] = probe.value(i) - mean[i];
    }
    return new SignProbe(centred, faces.layout());
  }

  private long[] of(Code face) {
    return face.signs(mean, faces.layout());
  }

  /** Signs what was written at a position, and everything once the mean is taken. */
  void written(int position, Code code) {
    if (mean.length > 0) {
      faces.writeSigns(position, of(code));
    } else if (faces.size() > Scan.EXHAUSTIVE) {
      takeMean();
      for (int each = 0; each < faces.size(); each++) {
        faces.writeSigns(each, of(faces.code(each)));
      }
    }
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
