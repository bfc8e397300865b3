package io.faceservice.application.testkit;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** The drawn picture in every kind of file that a decoder reads: name, file, and what it shows. */
final class SamplePictures {
  private static final int ASSOCIATED = 1;
  private static final int UNASSOCIATED = 2;

  private SamplePictures() {}

  /** What is stored to the bit. */
  static List<List<Arguments>> lossless() {
    return List.of(colourful(), greyOnes(), seeThrough(), palettes(), tiffCompressions());
  }

  private static List<Arguments> colourful() {
    BufferedImage drawn = Pictures.drawn();
    return List.of(
        Arguments.of("PNG", Pictures.png(), drawn),
        Arguments.of("PNG interlaced", Pictures.interlacedPng(), drawn),
        Arguments.of("PNG 16-bit", png(16, PngFiles.RGB, twice()), drawn),
        Arguments.of("BMP", Pictures.bmp(), drawn),
        Arguments.of("TIFF", tiff(2, 3, 8, DrawnPixels::rgb), drawn),
        Arguments.of("TIFF 16-bit", tiff(2, 3, 16, twice()), drawn),
        Arguments.of("TIFF CMYK", tiff(5, 4, 8, DrawnPixels::inks), drawn),
        Arguments.of("WebP lossless", Pictures.resource("lossless.webp"), drawn),
        Arguments.of("WebP animated", Pictures.resource("animated.webp"), drawn));
  }

  private static List<Arguments> greyOnes() {
    BufferedImage grey = DrawnPixels.grey();
    var sixteen = DrawnPixels.twice(DrawnPixels::grey);
    return List.of(
        Arguments.of("PNG grey", png(8, PngFiles.GREY, DrawnPixels::grey), grey),
        Arguments.of("PNG grey 16-bit", png(16, PngFiles.GREY, sixteen), grey),
        Arguments.of("TIFF grey", tiff(1, 1, 8, DrawnPixels::grey), grey),
        Arguments.of("TIFF grey 16-bit", tiff(1, 1, 16, sixteen), grey),
        Arguments.of("TIFF white is zero", tiff(0, 1, 8, DrawnPixels::inverseGrey), grey));
  }

  private static List<Arguments> seeThrough() {
    BufferedImage white = DrawnPixels.onWhite();
    var sixteen = DrawnPixels.twice(DrawnPixels::rgba);
    byte[] greyAlpha = png(8, PngFiles.GREY_ALPHA, DrawnPixels::greyAlpha);
    return List.of(
        Arguments.of("PNG grey alpha", greyAlpha, DrawnPixels.greyOnWhite()),
        Arguments.of("PNG alpha", png(8, PngFiles.RGB_ALPHA, DrawnPixels::rgba), white),
        Arguments.of("PNG alpha 16-bit", png(16, PngFiles.RGB_ALPHA, sixteen), white),
        Arguments.of("TIFF alpha", alphaTiff(8, UNASSOCIATED, DrawnPixels::rgba), white),
        Arguments.of("TIFF alpha 16-bit", alphaTiff(16, UNASSOCIATED, sixteen), white),
        Arguments.of("WebP lossless alpha", Pictures.resource("lossless-alpha.webp"), white));
  }

  private static List<Arguments> palettes() {
    BufferedImage whole = DrawnPalette.expected();
    BufferedImage hole = DrawnPalette.expectedWithHole();
    return List.of(
        Arguments.of("PNG palette", DrawnPalette.png(), whole),
        Arguments.of("PNG palette, transparent", DrawnPalette.pngWithHole(), hole),
        Arguments.of("BMP palette", DrawnPalette.bmp(), whole),
        Arguments.of("GIF palette", DrawnPalette.gif(), whole),
        Arguments.of("GIF transparent", DrawnPalette.gifWithHole(), hole),
        Arguments.of("PNG bilevel", Pictures.encoded(bilevel(), "png"), bilevel()),
        Arguments.of("BMP bilevel", Pictures.encoded(bilevel(), "bmp"), bilevel()),
        Arguments.of("WebP palette", Pictures.resource("lossless-palette.webp"), threeColours()));
  }

  private static List<Arguments> tiffCompressions() {
    BufferedImage drawn = Pictures.drawn();
    return List.of(
        Arguments.of("TIFF LZW", Pictures.tiff("LZW"), drawn),
        Arguments.of("TIFF Deflate", Pictures.tiff("Deflate"), drawn),
        Arguments.of("TIFF ZLib", Pictures.tiff("ZLib"), drawn),
        Arguments.of("TIFF PackBits", Pictures.tiff("PackBits"), drawn));
  }

  /** What is stored but nearly: by JPEG, WebP, 256 colours, or colours rounded under alpha. */
  static List<Arguments> lossy() {
    BufferedImage drawn = Pictures.drawn();
    BufferedImage white = DrawnPixels.onWhite();
    BufferedImage printed = DrawnPixels.printed();
    byte[] premultiplied = alphaTiff(8, ASSOCIATED, DrawnPixels::premultiplied);
    return List.of(
        Arguments.of("JPEG", Pictures.jpeg(), drawn),
        Arguments.of("JPEG progressive", Pictures.progressiveJpeg(), drawn),
        Arguments.of("JPEG grey", Pictures.greyJpeg(), DrawnPixels.grey()),
        Arguments.of("JPEG CMYK", JpegFiles.cmyk(), printed),
        Arguments.of("JPEG CMYK of Adobe's", JpegFiles.adobeCmyk(), printed),
        Arguments.of("JPEG YCCK of Adobe's", JpegFiles.adobeYcck(), printed),
        Arguments.of("GIF", Pictures.gif(), drawn),
        Arguments.of("GIF animated", Pictures.animatedGif(), drawn),
        Arguments.of("TIFF alpha, premultiplied", premultiplied, white),
        Arguments.of("WebP", Pictures.resource("lossy.webp"), drawn),
        Arguments.of("WebP alpha", Pictures.resource("lossy-alpha.webp"), white),
        Arguments.of("WebP alpha, plain", WebPFiles.withPlainAlpha(), white));
  }

  private static PngFiles.PixelBytes twice() {
    return DrawnPixels.twice(DrawnPixels::rgb);
  }

  private static byte[] png(int depth, int colourType, PngFiles.PixelBytes pixels) {
    return PngFiles.drawn(depth, colourType).rows(pixels);
  }

  private static byte[] tiff(int photometric, int samples, int bits, PngFiles.PixelBytes pixels) {
    return TiffFiles.drawn(photometric, samples, bits).pixels(pixels);
  }

  private static byte[] alphaTiff(int bits, int alpha, PngFiles.PixelBytes pixels) {
    return TiffFiles.drawn(2, 4, bits).tag(TiffFiles.EXTRA_SAMPLES, alpha).pixels(pixels);
  }

  private static BufferedImage bilevel() {
    var image = new BufferedImage(Pictures.WIDTH, Pictures.HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < Pictures.HEIGHT; y++) {
      for (int x = 0; x < Pictures.WIDTH; x++) {
        image.setRGB(x, y, (x ^ y) % 3 == 0 ? 0xFFFFFFFF : 0xFF000000);
      }
    }
    return image;
  }

  /** What {@code lossless-palette.webp} shows. */
  private static BufferedImage threeColours() {
    return DrawnPixels.picture(
        (x, y) ->
            x < Pictures.WIDTH / 2 ? 0xFA280A : y < Pictures.HEIGHT / 2 ? 0x0AC81E : 0x1E3CDC);
  }
}
