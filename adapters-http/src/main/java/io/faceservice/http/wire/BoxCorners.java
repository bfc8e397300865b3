package io.faceservice.http.wire;

import io.faceservice.domain.biometric.Box;
import java.util.List;

/** A box on the wire: {@code [x1, y1, x2, y2]} in whole pixels. */
public final class BoxCorners {
  private BoxCorners() {}

  public static List<Long> of(Box box) {
    return List.of(
        Math.round(box.x1()), Math.round(box.y1()), Math.round(box.x2()), Math.round(box.y2()));
  }
}
