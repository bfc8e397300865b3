package io.faceservice.application.bulk;

import io.faceservice.domain.biometric.InvalidInputException;

/** What became of an item of an import. */
public sealed interface ImportOutcome {

  /** The face is kept and searchable; in a rehearsal, it would have been. */
  record Enrolled() implements ImportOutcome {}

  /** The person has this very image as this face already: nothing was done. */
  record AlreadyThere() implements ImportOutcome {}

  /**
   * The item cannot be enrolled as it is.
   *
   * @param message what is wrong, in words for the one who mends it
   */
  record Rejected(Reason reason, String message) implements ImportOutcome {

    static Rejected of(InvalidInputException mistake) {
      return new Rejected(Reason.of(mistake), mistake.problem());
    }
  }

  /** Why an item was rejected. */
  enum Reason {
    /** The image shows no face. */
    NO_FACE,
    /** The image cannot be read or decoded. */
    UNREADABLE_IMAGE,
    /** The image has more bytes or pixels than the service takes. */
    TOO_LARGE,
    /** There is no image where the input says. */
    MISSING_IMAGE_FILE,
    /** The identifier can name nobody. */
    BAD_ID,
    /** Another value cannot be what it is meant to be. */
    BAD_VALUE,
    /** An earlier item of this input has the same person and face. */
    DUPLICATE_ID_IN_INPUT,
    /** The person has as many faces as they may have. */
    TOO_MANY_FACES,
    /** The line is not of the input's form. */
    BAD_LINE,
    /** A fault of the service, which its log tells. */
    INTERNAL_ERROR;

    /** The reason that a mistake found elsewhere stands for. */
    public static Reason of(InvalidInputException mistake) {
      return switch (mistake.kind()) {
        case UNREADABLE_IMAGE -> UNREADABLE_IMAGE;
        case TOO_LARGE -> TOO_LARGE;
        case MALFORMED -> mistake.field().equals("people_id") ? BAD_ID : BAD_VALUE;
      };
    }
  }
}
