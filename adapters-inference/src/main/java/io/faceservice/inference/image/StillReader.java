package io.faceservice.inference.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.faceservice.inference.image.container.CodedBytes;
import io.faceservice.inference.image.container.ImageFormat;
import io.faceservice.inference.image.container.Still;
import io.faceservice.inference.image.container.Still.Frame;
import io.faceservice.inference.image.container.Still.Inked;
import io.faceservice.inference.image.container.Still.LosslessWebP;
import io.faceservice.inference.image.container.Still.LossyWebP;
import io.faceservice.inference.image.container.Still.Plain;
import io.faceservice.inference.image.container.Unreadable;
import io.faceservice.inference.image.webp.AlphaPlane;
import io.faceservice.inference.image.webp.LosslessWebPDecoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Decodes the pixels of a still, as they are stored. Safe for use by many threads. */
final class StillReader {
  private final ImageReaders readers = new ImageReaders();

  PixelRows read(Still still) throws IOException {
    Frame frame = still.frame();
    return switch (still.coding()) {
      case Plain plain -> readWhole(plain, frame, reader -> PixelRows.of(image(reader, plain)));
      case Inked(Plain plain, Still.Ink ink) ->
          readWhole(plain, frame, reader -> PixelRows.ofInk(reader.readRaster(0, null), ink));
      case LosslessWebP(CodedBytes stream) -> {
        int[] argb = LosslessWebPDecoder.picture(stream.array(), frame.width(), frame.height());
        yield PixelRows.ofArgb(argb, frame.width());
      }
      case LossyWebP(Plain plain, var alpha) -> {
        PixelRows rows = readWhole(plain, frame, reader -> PixelRows.of(reader.read(0)));
        yield alpha
            .map(chunk -> AlphaPlane.decode(chunk.array(), frame.width(), frame.height()))
            .map(plane -> PixelRows.onWhite(rows, plane, frame.width()))
            .orElse(rows);
      }
    };
  }

  /** A TIFF as it is stored: converted, it would no longer tell whether alpha is multiplied in. */
  private static BufferedImage image(ImageReader reader, Plain plain) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    if (plain.format() == ImageFormat.TIFF) {
      param.setDestinationType(reader.getRawImageType(0));
    }
    return reader.read(0, param);
  }

  @FunctionalInterface
  private interface Reading {
    PixelRows from(ImageReader reader) throws IOException;
  }

  private PixelRows readWhole(Plain plain, Frame frame, Reading reading) throws IOException {
    ImageReader reader = readers.open(plain.format());
    try (var stream = new ByteArrayImageInputStream(plain.file().array())) {
      List<String> warnings = new ArrayList<>();
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      reader.setInput(stream, true, true);
      if (reader.getWidth(0) != frame.width() || reader.getHeight(0) != frame.height()) {
        throw Unreadable.damaged();
      }
      PixelRows rows = reading.from(reader);
      if (warnings.stream().anyMatch(warning -> tellsDamage(warning, plain.complete()))) {
        throw Unreadable.damaged();
      }
      return rows;
    } finally {
      reader.dispose();
    }
  }

  /**
   * Whether a warning means that pixels are missing. libjpeg speaks of the first fault alone, so in
   * a file without an end any will do; in a complete one, bytes too many between two segments do no
   * harm.
   */
  private static boolean tellsDamage(String warning, boolean complete) {
    boolean harmless = warning.contains("extraneous bytes") || !warning.contains("orrupt");
    return !(complete && harmless);
  }
}
