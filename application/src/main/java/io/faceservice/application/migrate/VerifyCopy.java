package io.faceservice.application.migrate;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.search.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Sees whether everyone of a record is in another and can be found there. */
public final class VerifyCopy {
  private static final int PAGE = 1000;

  /** A face compared with itself, less what a gallery's scores may be off. */
  private static final double SAME = 1 - 2e-3;

  private final ImageStore from;
  private final ImageStore to;
  private final Gallery gallery;
  private final RandomGenerator chance;

  /**
   * @param gallery the one beside {@code to}
   * @param chance chooses whom to search for
   */
  public VerifyCopy(ImageStore from, ImageStore to, Gallery gallery, RandomGenerator chance) {
    this.from = from;
    this.to = to;
    this.gallery = gallery;
    this.chance = chance;
  }

  /**
   * What was found.
   *
   * @param countsAgree whether each source has as many people and faces in both records
   * @param searched how many faces were searched for
   * @param missed those whom the other gallery did not find as themselves
   */
  public record Outcome(boolean countsAgree, int searched, List<ReferenceKey> missed) {
    public Outcome {
      missed = List.copyOf(missed);
    }

    /** Whether nothing is wrong. */
    public boolean isGood() {
      return countsAgree && missed.isEmpty();
    }
  }

  /**
   * Compares counts, and searches for some people chosen by chance.
   *
   * @throws io.faceservice.application.port.BackendException if a store fails
   */
  public Outcome verify(int sample) {
    boolean agree = new HashSet<>(from.sources()).equals(Set.copyOf(to.sources()));
    List<EnrolledFace> chosen = choose(sample);
    List<ReferenceKey> missed =
        chosen.stream().filter(face -> !isFound(face)).map(EnrolledFace::key).toList();
    return new Outcome(agree, chosen.size(), missed);
  }

  /** Each face is chosen as likely as any other (Vitter's algorithm R). */
  private List<EnrolledFace> choose(int sample) {
    List<EnrolledFace> chosen = new ArrayList<>();
    long seen = 0;
    Page<EnrolledFace> page = from.scan(Cursor.START, PAGE);
    while (!page.entries().isEmpty()) {
      for (EnrolledFace face : page.entries()) {
        seen++;
        if (chosen.size() < sample) {
          chosen.add(face);
        } else {
          long place = chance.nextLong(seen);
          if (place < sample) {
            chosen.set((int) place, face);
          }
        }
      }
      page = from.scan(page.next(), PAGE);
    }
    return chosen;
  }

  /** Among those of its source who score like itself: people may be enrolled twice. */
  private boolean isFound(EnrolledFace face) {
    var key = face.key();
    return gallery.search(key.source(), face.reference().template(), PAGE).candidates().stream()
        .takeWhile(candidate -> candidate.similarity().value() >= SAME)
        .map(Candidate::subject)
        .anyMatch(key.subject()::equals);
  }
}
