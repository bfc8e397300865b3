package io.faceservice.vectorstore.opensearch;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a gallery's indices and aliases are called. The indices are numbered, each rebuild makes the
 * next. The aliases name the packing, so that a service with another model pack finds nothing of
 * it.
 *
 * @param base as configured
 */
record Names(String base, String digest) {
  private static final String NUMBER = "-v";
  private static final String REBUILD = ".rebuild";

  /** The alias of the index that is searched. */
  String live() {
    return base + "." + digest;
  }

  /** The alias of the index that is being filled to take its place. */
  String rebuild() {
    return live() + REBUILD;
  }

  String index(int number) {
    return base + NUMBER + number;
  }

  /** What all the indices' names match, and perhaps others. */
  String pattern() {
    return base + NUMBER + "*";
  }

  /** The number in an index's name, if it is one of these. */
  OptionalInt number(String index) {
    var matcher = Pattern.compile(Pattern.quote(base + NUMBER) + "(\\d{1,9})").matcher(index);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /** Whether an alias is that of a searched index, of whatever packing. */
  boolean isLive(String alias) {
    return alias.startsWith(base + ".") && !alias.endsWith(REBUILD);
  }
}
