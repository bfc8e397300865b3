package io.faceservice.vectorstore.opensearch;

import java.util.List;

/**
 * Which indices a gallery uses, by their aliases.
 *
 * @param read the one searched
 * @param written those written to; all but the one searched may be absent
 * @param filling whether the system of record is being poured into it
 */
record Targets(String read, List<String> written, boolean filling) {
  Targets {
    written = List.copyOf(written);
  }

  /** The index everybody searches, and the one that another process fills meanwhile, if any. */
  static Targets live(Names names, boolean filling) {
    return new Targets(names.live(), List.of(names.live(), names.rebuild()), filling);
  }

  /** The index that this process fills while others search the old one. */
  static Targets aside(Names names) {
    return new Targets(names.rebuild(), List.of(names.rebuild()), true);
  }
}
