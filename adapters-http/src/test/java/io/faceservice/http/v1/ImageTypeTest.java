package io.faceservice.http.v1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.domain.biometric.FaceImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageTypeTest {

  @ParameterizedTest
  @CsvSource({
    "\u00FF\u00D8\u00FF\u00E0 and more, image/jpeg",
    "'\u0089PNG\r\n\u001A\n0000', image/png",
    "RIFF0000WEBPVP8, image/webp",
    "GIF89a00, image/gif",
    "BM0000, image/bmp",
    "'II*\u0000', image/tiff",
    "'MM\u0000*', image/tiff",
    "<svg>, application/octet-stream",
    "B, application/octet-stream"
  })
  void tellsAnEncodingByItsFirstBytes(String bytes, String type) {
    assertThat(ImageType.of(FaceImage.of(bytes.getBytes(ISO_8859_1)))).hasToString(type);
  }
}
