package io.faceservice.inference.pack;

import java.util.Collection;

/** What a manifest's values must be; the messages name the key. */
final class Require {
  private Require() {}

  static void positive(String key, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(key + " is above 0, not " + value);
    }
  }

  static void share(String key, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(key + " lies in 0..1, not " + value);
    }
  }

  static void some(String key, Collection<?> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(key + " has an entry or more");
    }
  }
}
