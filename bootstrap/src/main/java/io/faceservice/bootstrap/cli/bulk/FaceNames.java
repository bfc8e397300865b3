package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.domain.biometric.ReferenceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names a person's further faces after their files: always the same for the same name. */
final class FaceNames {
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int KEPT = 40;
  private static final int DIGITS = 16;

  private FaceNames() {}

  /** The file's name where it may name a face; else what may be kept of it, and its hash. */
  static String of(String file) {
    if (USABLE.matcher(file).matches() && !file.equals(ReferenceId.PRIMARY.value())) {
      return file;
    }
    String kept = file.replaceAll("[^A-Za-z0-9._-]", "_");
    return kept.substring(0, Math.min(KEPT, kept.length())) + "-" + hash(file);
  }

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
