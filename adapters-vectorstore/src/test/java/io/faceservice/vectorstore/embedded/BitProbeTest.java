package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What matters of weights: that mates who hardly resemble themselves are not lost to strangers. */
final class BitProbeTest {
  private static final MadeUpFaces PEOPLE = new MadeUpFaces(0.35);
  private static final int COUNT = Scan.EXHAUSTIVE + 1;
  private static final int PROBED = 3_000;
  private static final int LISTED = 10;
  private static final double DISTANT = 0.45;

  private final Layout layout = new Layout(MadeUpFaces.DIMENSION);
  private final Faces faces = new Faces(layout);
  private final FaceBits faceBits = new FaceBits(faces);
  private final Dot dot = new PlainDot();
  private final Bits bits = new PlainBits();

  @BeforeEach
  void enrol() {
    for (int person = 0; person < COUNT; person++) {
      Code code = Code.ofFace(PEOPLE.reference(person, 0).template().embedding().toArray(), layout);
      faces.write(faces.append(), code, 0, 0);
      faceBits.written(person, code);
    }
  }

  @AfterEach
  void forget() {
    faces.close();
  }

  /** Of all people, so that a single one decides nothing; only of those a search would list. */
  @Test
  void distantMatesThatBelongOnTheListRankBetterTheMoreIsAsked() {
    long bySignsAndSizes = 0;
    long bySigns = 0;
    long byCount = 0;
    for (int person = 0; person < PROBED; person++) {
      var probe = PEOPLE.probe(person, 0).embedding();
      if (probe.cosine(PEOPLE.reference(person, 0).template().embedding()) < DISTANT) {
        Code code = Code.ofProbe(probe.toArray(), layout);
        if (nearer(person, negativeCosines(code)) < LISTED) {
          BitProbe sought = faceBits.probe(code);
          bySignsAndSizes += nearer(person, distances(sought));
          bySigns += nearer(person, eachSigns(line -> sought.coarseWeight(line, 0)));
          byCount += nearer(person, eachSigns(line -> differing(line, sought.signs())));
        }
      }
    }
    assertThat(bySigns).isLessThan(byCount * 2 / 3);
    assertThat(bySignsAndSizes).isLessThan(bySigns / 2);
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
      int product = dot.product(faces.rows(face), faces.row(face), probe);
      cosines[face] = -(double) faces.code(face).scale() * product;
    }
    return cosines;
  }

  private double[] distances(BitProbe probe) {
    int[] lines = IntStream.range(0, Faces.BLOCK).toArray();
    short[] some = new short[Faces.BLOCK];
    double[] distances = new double[COUNT];
    for (int index = 0; index < faces.blocks(); index++) {
      int count = faces.inBlock(index);
      Block block = faces.block(index);
      bits.weigh(block.signs(), block.sizes(), lines, count, probe, some);
      for (int line = 0; line < count; line++) {
        distances[index * Faces.BLOCK + line] = some[line];
      }
    }
    return distances;
  }

  private double[] eachSigns(ToDoubleFunction<MemorySegment> distance) {
    double[] distances = new double[COUNT];
    for (int face = 0; face < COUNT; face++) {
      long at = (long) (face % Faces.BLOCK) * layout.lineBytes();
      MemorySegment signs = faces.block(face / Faces.BLOCK).signs();
      distances[face] = distance.applyAsDouble(signs.asSlice(at, layout.lineBytes()));
    }
    return distances;
  }

  private static int differing(MemorySegment line, long[] signs) {
    int bits = 0;
    for (int word = 0; word < signs.length; word++) {
      bits += Long.bitCount(line.getAtIndex(ValueLayout.JAVA_LONG, word) ^ signs[word]);
    }
    return bits;
  }
}
