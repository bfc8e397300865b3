package io.faceservice.inference.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.faceservice.inference.image.container.ImageFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The reader of each format, by name: TwelveMonkeys for JPEG, WebP and TIFF, the JDK for the rest,
 * whatever else is on the class path. Safe for use by many threads.
 */
final class ImageReaders {
  private final Map<ImageFormat, ImageReaderSpi> providers = new EnumMap<>(ImageFormat.class);

  ImageReaders() {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    synchronized (ImageReaders.class) {
      providers.put(ImageFormat.JPEG, registered(registry, new JPEGImageReaderSpi()));
      providers.put(ImageFormat.WEBP, registered(registry, new WebPImageReaderSpi()));
      providers.put(ImageFormat.TIFF, registered(registry, new TIFFImageReaderSpi()));
      providers.put(ImageFormat.PNG, ofTheJdk(registry, "png"));
      providers.put(ImageFormat.BMP, ofTheJdk(registry, "bmp"));
      providers.put(ImageFormat.GIF, ofTheJdk(registry, "gif"));
    }
  }

  /** A new reader; the caller disposes of it. */
  ImageReader open(ImageFormat format) throws IOException {
    ImageReaderSpi provider = providers.get(format);
    if (provider == null) {
      throw new IllegalStateException("no reader for " + format);
    }
    return provider.createReaderInstance();
  }

  /** The registered provider of the class: registering is what finds a JPEG reader its delegate. */
  private static ImageReaderSpi registered(IIORegistry registry, ImageReaderSpi provider) {
    ImageReaderSpi known = registry.getServiceProviderByClass(provider.getClass());
    if (known != null) {
      return known;
    }
    registry.registerServiceProvider(provider, ImageReaderSpi.class);
    return provider;
  }

  private static ImageReaderSpi ofTheJdk(IIORegistry registry, String format) {
    Iterator<ImageReaderSpi> all = registry.getServiceProviders(ImageReaderSpi.class, false);
    while (all.hasNext()) {
      ImageReaderSpi provider = all.next();
      boolean ours = provider.getClass().getModule() == ImageIO.class.getModule();
      if (ours && Arrays.asList(provider.getFormatNames()).contains(format)) {
        return provider;
      }
    }
    throw new IllegalStateException("this JDK has no reader for " + format);
  }
}
