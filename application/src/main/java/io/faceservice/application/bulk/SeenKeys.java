package io.faceservice.application.bulk;

import io.faceservice.domain.biometric.ReferenceKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The keys that an input has named so far. Of each it keeps 16 bytes of its SHA-256 in an open hash
 * table, so that millions of them need no more than some tens of megabytes.
 */
final class SeenKeys {
  private static final int FIRST_SLOTS = 1024;

  /** Two for a key; both 0 in a free slot. */
  private long[] halves = new long[2 * FIRST_SLOTS];

  private int keys;

  /** Notes a key; returns whether it is new. */
  boolean add(ReferenceKey key) {
    if (4 * (keys + 1) > halves.length) {
      grow();
    }
    ByteBuffer digest = digest(key);
    boolean isNew = put(digest.getLong(), digest.getLong());
    keys += isNew ? 1 : 0;
    return isNew;
  }

  private boolean put(long high, long low) {
    int slots = halves.length / 2;
    int slot = (int) Math.floorMod(high, (long) slots);
    while (halves[2 * slot] != 0 || halves[2 * slot + 1] != 0) {
      if (halves[2 * slot] == high && halves[2 * slot + 1] == low) {
        return false;
      }
      slot = (slot + 1) % slots;
    }
    halves[2 * slot] = high;
    halves[2 * slot + 1] = low;
    return true;
  }

  private void grow() {
    long[] old = halves;
    halves = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0 || old[i + 1] != 0) {
        put(old[i], old[i + 1]);
      }
    }
  }

  /** A line break parts the names, since none of them can hold one. */
  private static ByteBuffer digest(ReferenceKey key) {
    String name =
        String.join("\n", key.source().value(), key.subject().value(), key.reference().value());
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
