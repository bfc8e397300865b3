package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.domain.biometric.Embedding;
import java.util.List;
import java.util.Random;

/**
 * People who do not exist, with embeddings spread as given ones are: normal, with their mean and
 * covariance. Everything follows from a stranger's number. Safe for use by many threads.
 */
final class Strangers {
  /** Added to each variance, so that fewer embeddings than dimensions suffice. */
  private static final double RIDGE = 1e-5;

  private final double[] mean;

  /** The lower triangle L with L · Lᵀ the covariance, column by column: axes[j][i] is L(i, j). */
  private final double[][] axes;

  Strangers(List<Embedding> like) {
    float[][] values = like.stream().map(Embedding::toArray).toArray(float[][]::new);
    int dimension = values[0].length;
    mean = new double[dimension];
    for (float[] each : values) {
      for (int i = 0; i < dimension; i++) {
        mean[i] += each[i] / (double) values.length;
      }
    }
    double[][] covariance = new double[dimension][dimension];
    for (float[] each : values) {
      for (int i = 0; i < dimension; i++) {
        double factor = (each[i] - mean[i]) / values.length;
        for (int j = 0; j < dimension; j++) {
          covariance[i][j] += factor * (each[j] - mean[j]);
        }
      }
    }
    axes = cholesky(covariance);
  }

  /** Column by column, each subtracted from what is left of the covariance. */
  private static double[][] cholesky(double[][] left) {
    double[][] columns = new double[left.length][left.length];
    for (int j = 0; j < left.length; j++) {
      double root = Math.sqrt(Math.max(0, left[j][j]) + RIDGE);
      for (int i = j; i < left.length; i++) {
        columns[j][i] = i == j ? root : left[i][j] / root;
      }
      for (int i = j + 1; i < left.length; i++) {
        for (int k = j + 1; k < left.length; k++) {
          left[i][k] -= columns[j][i] * columns[j][k];
        }
      }
    }
    return columns;
  }

  /** The stranger of a number. */
  Embedding face(long number) {
    var random = new Random(0x9e3779b97f4a7c15L * (number + 1));
    double[] sums = mean.clone();
    for (double[] axis : axes) {
      double amount = random.nextGaussian();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += amount * axis[i];
      }
    }
    float[] values = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      values[i] = (float) sums[i];
    }
    return Embedding.normalised(values);
  }

  /**
   * A made-up second picture of somebody: this stranger, turned towards a face until their cosine
   * is as asked for.
   */
  Embedding picture(long number, Embedding face, double cosine) {
    float[] other = face(number).toArray();
    float[] own = face.toArray();
    double along = face.cosine(face(number));
    double across = Math.sqrt(Math.max(1e-9, 1 - along * along));
    float[] turned = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      double aside = (other[i] - along * own[i]) / across;
      turned[i] = (float) (cosine * own[i] + Math.sqrt(1 - cosine * cosine) * aside);
    }
    return Embedding.normalised(turned);
  }
}
