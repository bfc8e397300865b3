package io.faceservice.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faceservice.inference.SamplePhotos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** Images as requests carry them: base64 of photos, of drawings, and of what is no image. */
final class Images {
  /** Two photos of one person, and one of another. */
  static final String ADA = base64(SamplePhotos.portrait("person-a-1"));

  static final String ADA_AGAIN = base64(SamplePhotos.portrait("person-a-2"));
  static final String BOB = base64(SamplePhotos.portrait("person-b-1"));

  /** Three people. */
  static final String GROUP = base64(SamplePhotos.photo("sample1.jpg"));

  static final String NO_FACE = base64(encoded(drawing(320, 240), "png"));

  private Images() {}

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A photo turned clockwise by some degrees about its middle. */
  static String turned(String photo, double degrees) {
    BufferedImage image = decoded(photo);
    BufferedImage turned = blank(image.getWidth(), image.getHeight());
    Graphics2D g = turned.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
    g.drawImage(image, 0, 0, null);
    g.dispose();
    return base64(encoded(turned, "jpg"));
  }

  /** A photo in the corner of a large empty picture. */
  static String inTheCornerOf(String photo, int width, int height, int photoWidth) {
    BufferedImage image = decoded(photo);
    BufferedImage large = blank(width, height);
    Graphics2D g = large.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, photoWidth, photoWidth * image.getHeight() / image.getWidth(), null);
    g.dispose();
    return base64(encoded(large, "jpg"));
  }

  /** The same picture in another encoding. */
  static String reencoded(String photo) {
    return base64(encoded(decoded(photo), "png"));
  }

  static byte[] onePixel() {
    return encoded(drawing(1, 1), "png");
  }

  static byte[] truncatedJpeg() {
    byte[] whole = Base64.getDecoder().decode(ADA);
    return Arrays.copyOf(whole, whole.length / 3);
  }

  /** A few dozen bytes that claim to be 400 million pixels. */
  static byte[] hugePng() {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (var ihdr = new DataOutputStream(header);
        var out = new DataOutputStream(png)) {
      ihdr.writeInt(20_000);
      ihdr.writeInt(20_000);
      ihdr.write(new byte[] {8, 2, 0, 0, 0});
      out.writeLong(0x89504E470D0A1A0AL);
      chunk(out, "IHDR", header.toByteArray());
      chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9C, 0x03, 0, 0, 0, 0, 1});
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  static byte[] svg() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>"
        .getBytes(UTF_8);
  }

  static byte[] pdf() {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
        .getBytes(UTF_8);
  }

  /** Two frames, each a drawing without a face. */
  static byte[] animatedGif() {
    try {
      var out = new ByteArrayOutputStream();
      var writer = ImageIO.getImageWritersByFormatName("gif").next();
      try (var stream = ImageIO.createImageOutputStream(out)) {
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
        writer.writeToSequence(new IIOImage(drawing(64, 64), null, null), null);
        writer.writeToSequence(new IIOImage(drawing(64, 64), null, null), null);
        writer.endWriteSequence();
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(type.getBytes(UTF_8));
    crc.update(data);
    out.writeInt(data.length);
    out.write(type.getBytes(UTF_8));
    out.write(data);
    out.writeInt((int) crc.getValue());
  }

  private static BufferedImage drawing(int width, int height) {
    BufferedImage image = blank(width, height);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.BLUE);
    g.fillRect(width / 4, height / 4, width / 3, height / 3);
    g.dispose();
    return image;
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.LIGHT_GRAY);
    g.fillRect(0, 0, width, height);
    g.dispose();
    return image;
  }

  private static BufferedImage decoded(String photo) {
    try {
      return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(photo)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encoded(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
