package io.faceservice.application.testkit;

import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.port.AlignedFace;
import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.FacialLandmarks.Scheme;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.biometric.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/**
 * A world of drawn faces whose likeness the test writes down: a face is a square on white, its red
 * is an angle in degrees, and two faces have the cosine of the angle between them. The pictures are
 * real PNGs; all ports read nothing but pixels, and so give the same answer for the same picture.
 */
public final class ScriptedFaces
    implements ImageDecoder, FaceDetector, FaceLandmarker, FaceEncoder {
  /** The model pack of all scripted templates. */
  public static final ModelId MODEL = new ModelId("scripted-1");

  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;

  private final int atOnce;
  private final List<Integer> calls = new CopyOnWriteArrayList<>();

  /** Each face is encoded alone. */
  public ScriptedFaces() {
    this(1);
  }

  /** So many faces of a request are encoded at once. */
  public ScriptedFaces(int atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * Draws a picture with one face for each angle, from the left; none for no angle. The first face
   * is the largest, and the one that the picture speaks for.
   *
   * @param degrees 0 to 180, up to three
   */
  public static FaceImage picture(int... degrees) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < degrees.length; i++) {
      int side = i == 0 ? 80 : 20;
      int x = i == 0 ? 40 : 100 + i * 40;
      pen.setColor(new Color(degrees[i], 0, 0));
      pen.fillRect(x, (HEIGHT - side) / 2, side, side);
    }
    pen.dispose();
    return png(image);
  }

  /** Bytes that are no picture. */
  public static FaceImage noPicture() {
    return FaceImage.of(new byte[] {'n', 'o'});
  }

  /** Acquisition in this world. */
  public FaceAcquisition acquisition() {
    return new FaceAcquisition(this, this, this, this);
  }

  @Override
  public Pixels decode(FaceImage image) {
    BufferedImage decoded = read(image);
    int[] argb =
        decoded.getRGB(0, 0, decoded.getWidth(), decoded.getHeight(), null, 0, decoded.getWidth());
    byte[] rgb = new byte[argb.length * Pixels.CHANNELS];
    for (int i = 0; i < argb.length; i++) {
      rgb[3 * i] = (byte) (argb[i] >> 16);
      rgb[3 * i + 1] = (byte) (argb[i] >> 8);
      rgb[3 * i + 2] = (byte) argb[i];
    }
    return Pixels.ofRgb(decoded.getWidth(), decoded.getHeight(), rgb);
  }

  /** Faces stand side by side on the picture's middle row. */
  @Override
  public List<DetectedFace> detect(Pixels pixels, Search search) {
    List<DetectedFace> faces = new ArrayList<>();
    int middle = pixels.height() / 2;
    int left = -1;
    for (int x = 0; x <= pixels.width(); x++) {
      boolean skin = x < pixels.width() && pixels.at(x, middle, 1) == 0;
      if (skin && left < 0) {
        left = x;
      } else if (!skin && left >= 0) {
        double half = (x - left) / 2.0;
        Box box = new Box(left, middle - half, x, middle + half);
        faces.add(new DetectedFace(box, 1, List.of()));
        left = -1;
      }
    }
    return List.copyOf(faces);
  }

  @Override
  public FacialLandmarks landmarks(Pixels pixels, DetectedFace face) {
    Point centre = face.box().centre();
    return new FacialLandmarks(Scheme.FIVE, Collections.nCopies(Scheme.FIVE.size(), centre));
  }

  @Override
  public ModelId model() {
    return MODEL;
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public AlignedFace align(Pixels pixels, FacialLandmarks landmarks) {
    Point nose = landmarks.nose();
    return AlignedFace.of(new float[] {pixels.at((int) nose.x(), (int) nose.y(), 0)});
  }

  @Override
  public List<FaceTemplate> encode(List<AlignedFace> faces) {
    calls.add(faces.size());
    return faces.stream().map(face -> template(face.values()[0])).toList();
  }

  private static FaceTemplate template(float degrees) {
    double angle = Math.toRadians(degrees);
    float[] direction = {(float) Math.cos(angle), (float) Math.sin(angle)};
    return new FaceTemplate(MODEL, Embedding.normalised(direction));
  }

  /** How many faces each call for templates had. */
  public List<Integer> encodedAtOnce() {
    return List.copyOf(calls);
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  private static BufferedImage read(FaceImage image) {
    try {
      BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(image.toArray()));
      if (decoded != null) {
        return decoded;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new InvalidInputException(
        InvalidInputException.Kind.UNREADABLE_IMAGE, "image", "This is no picture.");
  }

  private static FaceImage png(BufferedImage image) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return FaceImage.of(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
