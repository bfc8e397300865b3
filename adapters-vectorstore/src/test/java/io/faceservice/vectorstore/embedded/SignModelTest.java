package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignModelTest {
  private static final MadeUpFaces PEOPLE = new MadeUpFaces(0.35);
  private static final int COUNT = 4_000;

  private final Layout layout = new Layout(MadeUpFaces.DIMENSION);
  private final Faces faces = new Faces(layout);

  @BeforeEach
  void enrol() {
    for (int person = 0; person < COUNT; person++) {
      faces.write(faces.append(), code(person), 0, 0);
    }
  }

  @AfterEach
  void forget() {
    faces.close();
  }

  private Code code(int person) {
    return Code.of(PEOPLE.reference(person, 0).template().embedding().toArray(), layout);
  }

  private static double cosine(Code one, Code other) {
    double sum = 0;
    for (int i = 0; i < MadeUpFaces.DIMENSION; i++) {
      sum += (double) one.value(i) * other.value(i);
    }
    return sum;
  }

  @Test
  void weighedSignsTellMoreOfStrangersThanCountedOnes() {
    SignModel model = SignModel.of(faces);
    int[] lines = {0};
    short[] weight = new short[1];
    short[] count = new short[1];
    double[][] values = new double[3][1_000];
    for (int i = 0; i < 1_000; i++) {
      Code probe = code(COUNT + i);
      Code face = code(COUNT + 1_000 + i);
      SignProbe signs = model.probe(probe, layout);
      faces.writeSigns(0, face.signs(model.mean(), layout));
      new PlainSigns().weigh(faces.block(0).signs(), lines, 1, signs, weight);
      new PlainSigns().distances(faces.block(0).signs(), 0, 1, signs, count);
      values[0][i] = cosine(probe, face);
      values[1][i] = -weight[0];
      values[2][i] = -count[0];
    }
    double weighed = correlation(values[0], values[1]);
    assertThat(weighed).isGreaterThan(0.9).isGreaterThan(correlation(values[0], values[2]));
  }

  private static double correlation(double[] one, double[] other) {
    double meanOne = DoubleStream.of(one).average().orElseThrow();
    double meanOther = DoubleStream.of(other).average().orElseThrow();
    double both = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - meanOne) * (other[i] - meanOther);
      squaresOne += Math.pow(one[i] - meanOne, 2);
      squaresOther += Math.pow(other[i] - meanOther, 2);
    }
    return both / Math.sqrt(squaresOne * squaresOther);
  }

  @Test
  void comesBackFromAFile() throws IOException {
    SignModel model = SignModel.of(faces);
    var bytes = new ByteArrayOutputStream();
    model.save(new DataOutputStream(bytes));
    SignModel read =
        SignModel.restore(
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
            MadeUpFaces.DIMENSION);
    assertThat(read.mean()).isEqualTo(model.mean());
    assertThat(read.weights()).isDeepEqualTo(model.weights());
  }

  @Test
  void signCorrelationsAreMeanProducts() {
    var table = new SignTable(100, 2);
    IntStream.range(0, 100).forEach(face -> table.set(face, 0, face % 2 == 0));
    IntStream.range(0, 100).forEach(face -> table.set(face, 1, face % 4 == 0));
    double[][] correlations = table.correlations();
    assertThat(correlations[0]).containsExactly(1, 0.5);
    assertThat(correlations[1]).containsExactly(0.5, 1);
  }
}
