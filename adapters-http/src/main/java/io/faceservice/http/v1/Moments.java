package io.faceservice.http.v1;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments on the wire: RFC 3339 in UTC, always to the millisecond, so that they sort as text. */
final class Moments {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Moments() {}

  static String text(Instant moment) {
    return FORMAT.format(moment);
  }
}
