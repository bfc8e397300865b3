package io.faceservice.http.v1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.faceservice.domain.biometric.FaceImage;
import io.micronaut.http.MediaType;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The encodings the service reads, told by a file's first bytes. */
enum ImageType {
  JPEG("image/jpeg", "\\xFF\\xD8\\xFF.*"),
  PNG("image/png", "\\x89PNG\\r\\n\\x1A\\n.*"),
  WEBP("image/webp", "RIFF.{4}WEBP.*"),
  GIF("image/gif", "GIF8[79]a.*"),
  BMP("image/bmp", "BM.*"),
  TIFF("image/tiff", "(II\\*\\x00|MM\\x00\\*).*");

  private static final int HEAD = 12;

  private final String mediaType;
  private final Pattern head;

  ImageType(String mediaType, String head) {
    this.mediaType = mediaType;
    this.head = Pattern.compile(head, Pattern.DOTALL);
  }

  /** The image's media type; of none of these, bytes without a meaning. */
  static MediaType of(FaceImage image) {
    byte[] bytes = image.toArray();
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), ISO_8859_1);
    return Arrays.stream(values())
        .filter(type -> type.head.matcher(head).matches())
        .map(type -> new MediaType(type.mediaType))
        .findFirst()
        .orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE);
  }
}
