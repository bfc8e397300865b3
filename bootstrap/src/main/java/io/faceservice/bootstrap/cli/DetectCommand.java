package io.faceservice.bootstrap.cli;

import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.bootstrap.cli.options.ImageFiles;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.Pixels;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-service detect}: where are the faces in this photo? */
@Command(
    name = "detect",
    description = "Finds every face in a photo.",
    mixinStandardHelpOptions = true)
final class DetectCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(
      names = "--draw",
      paramLabel = "OUT.png",
      description = "Writes the photo with boxes and landmarks drawn in.")
  @Nullable Path drawing;

  @Parameters(index = "0", paramLabel = "IMAGE", description = "The photo.")
  Path image = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (ApplicationContext context = options.start()) {
      Pixels pixels = context.getBean(ImageDecoder.class).decode(ImageFiles.read(image));
      List<DetectedFace> faces =
          context.getBean(FaceDetector.class).detect(pixels, Search.EVERY_FACE);
      for (DetectedFace face : faces) {
        print(face);
      }
      spec.commandLine().getOut().printf("%d face(s) in %s%n", faces.size(), image);
      Path out = drawing;
      if (out != null) {
        var picture = new FaceDrawing(pixels);
        FaceLandmarker landmarker = context.getBean(FaceLandmarker.class);
        for (DetectedFace face : faces) {
          picture.draw(face, landmarker.landmarks(pixels, face));
        }
        picture.write(out);
      }
      return 0;
    }
  }

  private void print(DetectedFace face) {
    Box box = face.box();
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "x1 %7.1f  y1 %7.1f  x2 %7.1f  y2 %7.1f  confidence %.3f%n",
            box.x1(),
            box.y1(),
            box.x2(),
            box.y2(),
            face.confidence());
  }
}
