package io.faceservice.vectorstore.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Whose face lies at which position of a partition. An open hash table with linear probing, ordered
 * by the hashes' highest bits: growing keeps that order, so paging by it is stable. Not safe for
 * use by many threads: its partition locks.
 */
final class Roster {
  private static final int FIRST_BITS = 6;

  /** Buckets beyond the last home, more as needed, so that no run of filled ones wraps around. */
  private static final int OVERFLOW = 64;

  private static final Comparator<byte[]> HASH_ORDER =
      Comparator.comparingLong((byte[] label) -> Integer.toUnsignedLong(Label.subjectHash(label)))
          .thenComparing(Label::compareKeys);

  private byte[][] labels = new byte[16][];
  private int size;
  private int bits = FIRST_BITS;

  /** Position + 1 of the face in each bucket, 0 for none. */
  private int[] buckets = new int[(1 << FIRST_BITS) + OVERFLOW];

  int size() {
    return size;
  }

  byte[] label(int position) {
    return labels[position];
  }

  /** Position of the face whose label begins with this key, or −1. */
  int find(byte[] key) {
    return positions(key).findFirst().orElse(-1);
  }

  /** Positions of all faces whose labels begin with this subject, or with this key. */
  IntStream positions(byte[] start) {
    int home = home(start);
    return IntStream.iterate(home, bucket -> buckets[bucket] != 0, bucket -> bucket + 1)
        .map(bucket -> buckets[bucket] - 1)
        .filter(position -> Label.startsWith(labels[position], start));
  }

  /** Adds a face at the end, whose key must not be there yet. */
  void append(byte[] label) {
    if (size == labels.length) {
      labels = Arrays.copyOf(labels, labels.length + (labels.length >> 1));
    }
    labels[size++] = label;
    if (size > (1 << bits) / 2) {
      grow();
    } else {
      place(size - 1);
    }
  }

  /** Puts another label with the same key in the place of one. */
  void replace(int position, byte[] label) {
    labels[position] = label;
  }

  /** Removes a face; the last one takes its position. */
  void remove(int position) {
    empty(bucketOf(position));
    int last = --size;
    if (position != last) {
      buckets[bucketOf(last)] = position + 1;
      labels[position] = labels[last];
    }
    labels[last] = new byte[0];
  }

  /** The labels that follow a key in hash order, at most {@code limit} of them. */
  List<byte[]> after(byte[] key, int limit) {
    return from(home(key), limit, label -> HASH_ORDER.compare(label, key) > 0);
  }

  /** The first labels in hash order. */
  List<byte[]> first(int limit) {
    return from(0, limit, label -> true);
  }

  /** Reads whole runs of buckets, so that no label with a home in them is left out. */
  private List<byte[]> from(int bucket, int limit, Predicate<byte[]> wanted) {
    List<byte[]> found = new ArrayList<>();
    for (int at = bucket; at < buckets.length; at++) {
      if (buckets[at] != 0) {
        byte[] label = labels[buckets[at] - 1];
        if (wanted.test(label)) {
          found.add(label);
        }
      } else if (found.size() >= limit) {
        break;
      }
    }
    found.sort(HASH_ORDER);
    return found.subList(0, Math.min(limit, found.size()));
  }

  private int home(byte[] label) {
    return Label.subjectHash(label) >>> (Integer.SIZE - bits);
  }

  /** Puts a position into the first free bucket from its home; the last bucket stays free. */
  private void place(int position) {
    int bucket = home(labels[position]);
    while (buckets[bucket] != 0) {
      bucket++;
    }
    if (bucket == buckets.length - 1) {
      buckets = Arrays.copyOf(buckets, buckets.length + OVERFLOW);
    }
    buckets[bucket] = position + 1;
  }

  private void grow() {
    bits++;
    buckets = new int[(1 << bits) + OVERFLOW];
    IntStream.range(0, size).forEach(this::place);
  }

  private int bucketOf(int position) {
    int bucket = home(labels[position]);
    while (buckets[bucket] != position + 1) {
      bucket++;
    }
    return bucket;
  }

  /** Empties a bucket and moves up those behind it that would not be found across the gap. */
  private void empty(int bucket) {
    int gap = bucket;
    for (int at = gap + 1; buckets[at] != 0; at++) {
      if (home(labels[buckets[at] - 1]) <= gap) {
        buckets[gap] = buckets[at];
        gap = at;
      }
    }
    buckets[gap] = 0;
  }
}
