package io.faceservice.vectorstore.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What was learned of faces for making and reading their sign bits. Not to be changed.
 *
 * <p>Signs estimate the face: where a face's values go together with each other, all its signs
 * speak for each value. The best linear estimate of the face less the mean is {@code E[y sᵀ] E[s
 * sᵀ]⁻¹ s}, and so a probe's cosine is a weighted sum of the face's signs.
 */
final class SignModel {
  /** Added to what is certain of a sign, so that chance agreement of signs is not believed. */
  private static final double RIDGE = 0.02;

  private final float[] mean;
  private final float[][] weights;

  private SignModel(float[] mean, float[][] weights) {
    this.mean = mean;
    this.weights = weights;
  }

  /** Learns from faces, all of which then still need their signs to be written. */
  static SignModel of(Faces faces) {
    float[] mean = mean(faces);
    var signs = new SignTable(faces.size(), mean.length);
    double[] sizes = new double[mean.length];
    for (int position = 0; position < faces.size(); position++) {
      Code code = faces.code(position);
      for (int i = 0; i < mean.length; i++) {
        double value = (double) code.value(i) - mean[i];
        sizes[i] += Math.abs(value) / faces.size();
        signs.set(position, i, value > 0);
      }
    }
    return new SignModel(mean, weights(signs.correlations(), sizes));
  }

  private static float[] mean(Faces faces) {
    double[] sums = new double[faces.layout().dimension()];
    for (int position = 0; position < faces.size(); position++) {
      Code code = faces.code(position);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += code.value(i);
      }
    }
    float[] mean = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      mean[i] = (float) (sums[i] / faces.size());
    }
    return mean;
  }

  /**
   * For normal values with correlation ρ, signs correlate by 2/π · asin ρ, and a value of mean size
   * a with another's sign by a · ρ.
   */
  private static float[][] weights(double[][] signs, double[] sizes) {
    double[][] values = new double[sizes.length][sizes.length];
    for (int sign = 0; sign < sizes.length; sign++) {
      for (int value = 0; value < sizes.length; value++) {
        values[sign][value] = sizes[value] * Math.sin(Math.PI / 2 * signs[sign][value]);
      }
      signs[sign][sign] += RIDGE;
    }
    LinearSystem.solve(signs, values);
    float[][] weights = new float[sizes.length][sizes.length];
    for (int sign = 0; sign < sizes.length; sign++) {
      for (int value = 0; value < sizes.length; value++) {
        weights[value][sign] = (float) values[sign][value];
      }
    }
    return weights;
  }

  /** What is taken from a face before its signs: not a copy. */
  float[] mean() {
    return mean;
  }

  /** For each dimension of the probe, its share in the weight of each sign: not a copy. */
  float[][] weights() {
    return weights;
  }

  /** Makes a probe ready to be compared with sign bits. */
  SignProbe probe(Code probe, Layout layout) {
    float[] sums = new float[mean.length];
    for (int value = 0; value < mean.length; value++) {
      add(probe.value(value), weights[value], sums);
    }
    return new SignProbe(probe.signs(mean, layout), sums);
  }

  private static void add(float factor, float[] values, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * values[i];
    }
  }

  void save(DataOutputStream out) throws IOException {
    save(mean, out);
    for (float[] each : weights) {
      save(each, out);
    }
  }

  private static void save(float[] values, DataOutputStream out) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  static SignModel restore(DataInputStream in, int dimension) throws IOException {
    float[] mean = floats(in, dimension);
    float[][] weights = new float[dimension][];
    for (int i = 0; i < dimension; i++) {
      weights[i] = floats(in, dimension);
    }
    return new SignModel(mean, weights);
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  @Override
  public String toString() {
    return "SignModel[" + mean.length + "]";
  }
}
