package io.faceservice.application.acquire;

import static io.faceservice.application.testkit.ScriptedFaces.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.testkit.ScriptedFaces;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is encoded with whom, and that it makes no difference to anybody. */
final class FacesOfOneRequestTest {
  private static final FaceImage NOBODY = picture();

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final Workers workers = new Workers(threads);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private List<Optional<FaceTemplate>> templates(ScriptedFaces faces, FaceImage... images) {
    FaceAcquisition acquisition = faces.acquisition();
    return acquisition.all(
        workers,
        Arrays.stream(images)
            .<Callable<Finding<Optional<FaceTemplate>>>>map(
                image -> () -> Finding.of(acquisition.find(image), found -> template -> template))
            .toList());
  }

  private static Optional<FaceTemplate> alone(int degrees) {
    return new ScriptedFaces().acquisition().acquire(picture(degrees))
            instanceof Acquisition.Acquired acquired
        ? Optional.of(acquired.template())
        : Optional.empty();
  }

  @Test
  void areEncodedTogetherAndEachGetsItsOwn() {
    var faces = new ScriptedFaces(8);

    assertThat(templates(faces, picture(10), NOBODY, picture(70), picture(120)))
        .containsExactly(alone(10), Optional.empty(), alone(70), alone(120));
    assertThat(faces.encodedAtOnce()).containsExactly(3);
  }

  @Test
  void areNoMoreAtOnceThanTheEncoderWants() {
    var faces = new ScriptedFaces(2);

    assertThat(templates(faces, picture(1), picture(2), picture(3), picture(4), picture(5)))
        .containsExactly(alone(1), alone(2), alone(3), alone(4), alone(5));
    assertThat(faces.encodedAtOnce()).containsExactlyInAnyOrder(2, 2, 1);
  }

  @Test
  void areEncodedEachAloneWhereThatIsFaster() {
    var faces = new ScriptedFaces(1);

    assertThat(templates(faces, picture(10), NOBODY, picture(70)))
        .containsExactly(alone(10), Optional.empty(), alone(70));
    assertThat(faces.encodedAtOnce()).containsExactly(1, 1);
  }

  @Test
  void areNotEncodedWhereNobodyIsFound() {
    var faces = new ScriptedFaces(8);

    assertThat(templates(faces, NOBODY, NOBODY))
        .containsExactly(Optional.empty(), Optional.empty());
    assertThat(faces.encodedAtOnce()).isEmpty();
  }

  @Test
  void areNotEncodedWhereOneOfThePicturesIsNone() {
    var faces = new ScriptedFaces(8);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> templates(faces, picture(10), ScriptedFaces.noPicture()));
    assertThat(faces.encodedAtOnce()).isEmpty();
  }
}
