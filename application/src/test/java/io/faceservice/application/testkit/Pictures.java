package io.faceservice.application.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** One drawn picture that looks different from every side, and files of it of many kinds. */
public final class Pictures {
  public static final int WIDTH = 48;
  public static final int HEIGHT = 32;

  private Pictures() {}

  /** Red grows to the right, green downwards; blue is full in the top left quarter alone. */
  public static int rgb(int x, int y) {
    int red = x * 255 / (WIDTH - 1);
    int green = y * 255 / (HEIGHT - 1);
    int blue = x < WIDTH / 2 && y < HEIGHT / 2 ? 255 : 0;
    return (red << 16) | (green << 8) | blue;
  }

  /** Opacity that grows to the right, 0 to 255. */
  public static int alpha(int x) {
    return x * 255 / (WIDTH - 1);
  }

  public static int grey(int x, int y) {
    return (x * 5 + y * 3) % 256;
  }

  public static BufferedImage drawn() {
    return drawn(WIDTH, HEIGHT);
  }

  /** The picture, repeated to any size. */
  public static BufferedImage drawn(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb(x % WIDTH, y % HEIGHT));
      }
    }
    return image;
  }

  public static byte[] jpeg() {
    return encoded(drawn(), "jpeg");
  }

  public static byte[] progressiveJpeg() {
    return encoded(drawn(), "jpeg", Pictures::progressively);
  }

  public static byte[] greyJpeg() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    fillGrey(image);
    return encoded(image, "jpeg");
  }

  public static byte[] png() {
    return encoded(drawn(), "png");
  }

  public static byte[] interlacedPng() {
    return encoded(drawn(), "png", Pictures::progressively);
  }

  public static byte[] bmp() {
    return encoded(drawn(), "bmp");
  }

  public static byte[] gif() {
    return encoded(drawn(), "gif");
  }

  /**
   * A TIFF file.
   *
   * @param compression as ImageIO names it: {@code LZW}, {@code Deflate}, {@code PackBits}
   */
  public static byte[] tiff(String compression) {
    return encoded(
        drawn(),
        "tiff",
        param -> {
          param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          param.setCompressionType(compression);
        });
  }

  /** A committed file: no JDK writes WebP. See the README beside them. */
  public static byte[] resource(String name) {
    try (InputStream in = Pictures.class.getResourceAsStream("/pictures/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An animation: the drawn picture, then a black one. */
  public static byte[] animatedGif() {
    var out = new ByteArrayOutputStream();
    ImageWriter writer = writer("gif");
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      writer.writeToSequence(new IIOImage(drawn(), null, null), null);
      BufferedImage black = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      writer.writeToSequence(new IIOImage(black, null, null), null);
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  public static byte[] encoded(BufferedImage image, String format) {
    return encoded(image, format, param -> {});
  }

  static void fillGrey(BufferedImage image) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.getRaster().setSample(x, y, 0, grey(x, y));
      }
    }
  }

  @FunctionalInterface
  interface Settings {
    void apply(ImageWriteParam param);
  }

  private static void progressively(ImageWriteParam param) {
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
  }

  static byte[] encoded(BufferedImage image, String format, Settings settings) {
    return encoded(new IIOImage(image, null, null), format, settings);
  }

  static byte[] encoded(IIOImage image, String format, Settings settings) {
    var out = new ByteArrayOutputStream();
    ImageWriter writer = writer(format);
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      settings.apply(param);
      writer.setOutput(stream);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** The JDK's own writer, whatever else is on the class path. */
  private static ImageWriter writer(String format) {
    Iterator<ImageWriterSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, true);
    while (all.hasNext()) {
      ImageWriterSpi provider = all.next();
      boolean ours = provider.getClass().getModule() == ImageIO.class.getModule();
      if (ours && List.of(provider.getFormatNames()).contains(format)) {
        try {
          return provider.createWriterInstance();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new IllegalArgumentException("no writer for " + format);
  }
}
