package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What matters of weights: that mates who hardly resemble themselves are not lost to strangers. */
final class SignProbeTest {
  private static final MadeUpFaces PEOPLE = new MadeUpFaces(0.35);
  private static final int COUNT = Scan.EXHAUSTIVE + 1;
  private static final int PROBED = 3_000;
  private static final int LISTED = 10;
  private static final double DISTANT = 0.45;

  private final Layout layout = new Layout(MadeUpFaces.DIMENSION);
  private final Faces faces = new Faces(layout);
  private final SignBits bits = new SignBits(faces);
  private final Dot dot = new PlainDot();
  private final Signs signs = new PlainSigns();

  @BeforeEach
  void enrol() {
    for (int person = 0; person < COUNT; person++) {
      Code code = Code.of(PEOPLE.reference(person, 0).template().embedding().toArray(), layout);
      faces.write(faces.append(), code, 0, 0);
      bits.written(person, code);
    }
  }

  @AfterEach
  void forget() {
    faces.close();
  }

  /** Of all people, so that a single one decides nothing; only of those a search would list. */
  @Test
  void distantMatesThatBelongOnTheListRankBetterByWeightThanByCount() {
    long weighed = 0;
    long counted = 0;
    for (int person = 0; person < PROBED; person++) {
      var probe = PEOPLE.probe(person, 0).embedding();
      if (probe.cosine(PEOPLE.reference(person, 0).template().embedding()) < DISTANT) {
        Code code = Code.of(probe.toArray(), layout);
        if (nearer(person, negativeCosines(code)) < LISTED) {
          SignProbe sought = bits.probe(code);
          weighed += nearer(person, distances(sought, true));
          counted += nearer(person, distances(sought, false));
        }
      }
    }
    assertThat(weighed).isLessThan(counted / 2);
  }

  /** How many strangers are nearer than the mate. */
  private static int nearer(int mate, double[] distances) {
    int nearer = 0;
    for (double distance : distances) {
      nearer += distance < distances[mate] ? 1 : 0;
    }
    return nearer;
  }

  private double[] negativeCosines(Code probe) {
    double[] cosines = new double[COUNT];
    for (int face = 0; face < COUNT; face++) {
      int product = dot.product(faces.rows(face), faces.row(face), probe.steps());
      cosines[face] = -(double) faces.code(face).scale() * product;
    }
    return cosines;
  }

  private double[] distances(SignProbe probe, boolean weigh) {
    int[] lines = IntStream.range(0, Faces.BLOCK).toArray();
    short[] some = new short[Faces.BLOCK];
    double[] distances = new double[COUNT];
    for (int block = 0; block < faces.blocks(); block++) {
      int count = faces.inBlock(block);
      if (weigh) {
        signs.weigh(faces.block(block).signs(), lines, count, probe, some);
      } else {
        signs.distances(faces.block(block).signs(), 0, count, probe, some);
      }
      for (int line = 0; line < count; line++) {
        distances[block * Faces.BLOCK + line] = some[line];
      }
    }
    return distances;
  }
}
