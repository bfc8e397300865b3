package io.faceservice.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.port.FaceEncoder;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.biometric.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link FaceEncoder} promises. */
public abstract class FaceEncoderContract {

  /** The encoder under test; the adapter's test closes what it holds. */
  protected abstract FaceEncoder encoder();

  /** A picture of one person. */
  protected abstract Pixels portrait();

  /** That person's landmarks in it. */
  protected abstract FacialLandmarks landmarks();

  @Test
  final void givesAnEmbeddingOfUnitLengthAndTheDimensionItTells() {
    float[] values = encoder().encode(portrait(), landmarks()).embedding().toArray();

    double squares = 0;
    for (float value : values) {
      squares += value * (double) value;
    }
    assertThat(Math.sqrt(squares)).isCloseTo(1, within(1e-5));
    assertThat(values).hasSize(encoder().dimension());
  }

  @Test
  final void marksTemplatesWithItsModel() {
    assertThat(encoder().encode(portrait(), landmarks()).model()).isEqualTo(encoder().model());
  }

  @Test
  final void givesTheSamePixelsTheSameAnswer() {
    assertThat(encoder().encode(portrait(), landmarks()))
        .isEqualTo(encoder().encode(portrait(), landmarks()));
  }

  @Test
  final void alignsTheFaceByItsLandmarks() {
    FaceTemplate face = encoder().encode(portrait(), landmarks());
    FaceTemplate elsewhere = encoder().encode(portrait(), moved(landmarks()));

    assertThat(face.embedding().cosine(elsewhere.embedding())).isLessThan(0.9);
  }

  @Test
  final void servesManyThreads() {
    FaceTemplate alone = encoder().encode(portrait(), landmarks());

    assertThat(AtOnce.run(4, () -> encoder().encode(portrait(), landmarks())))
        .allSatisfy(answer -> assertThat(answer).isEqualTo(alone));
  }

  @Test
  final void givesEachOfManyFacesWhatItGetsAlone() {
    List<FacialLandmarks> views =
        List.of(landmarks(), moved(landmarks()), moved(moved(landmarks())), landmarks());
    var faces = views.stream().map(view -> encoder().align(portrait(), view)).toList();
    List<FaceTemplate> together = encoder().encode(faces);

    assertThat(together).hasSameSizeAs(views);
    for (int i = 0; i < views.size(); i++) {
      float[] alone = encoder().encode(portrait(), views.get(i)).embedding().toArray();
      assertThat(together.get(i).model()).isEqualTo(encoder().model());
      assertThat(together.get(i).embedding().toArray()).containsExactly(alone, within(1e-5f));
    }
  }

  @Test
  final void encodesNobodyWhereNobodyIsGiven() {
    assertThat(encoder().encode(List.of())).isEmpty();
  }

  @Test
  final void wantsOneFaceOrMoreAtOnce() {
    assertThat(encoder().atOnce()).isPositive();
  }

  /** As if the face were as far away as its eyes are apart. */
  private static FacialLandmarks moved(FacialLandmarks landmarks) {
    double by = landmarks.leftEye().distanceTo(landmarks.rightEye());
    return new FacialLandmarks(
        landmarks.scheme(),
        landmarks.points().stream().map(p -> new Point(p.x() + by, p.y() + by)).toList());
  }
}
