package io.faceservice.vectorstore.embedded;

/** The memory one thread needs to search, kept from search to search. */
final class Workspace {
  private final short[] distances = new short[Faces.BLOCK];
  private final int[] lines = new int[Faces.BLOCK];
  private final Sieve sieve = new Sieve();
  private final Shortlist shortlist = new Shortlist();

  short[] distances() {
    return distances;
  }

  /** Numbers of lines of a block. */
  int[] lines() {
    return lines;
  }

  Sieve sieve() {
    return sieve;
  }

  Shortlist shortlist() {
    return shortlist;
  }
}
