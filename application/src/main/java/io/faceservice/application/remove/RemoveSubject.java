package io.faceservice.application.remove;

import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.domain.biometric.SubjectKey;

/** Forgets a person: every face, version and image of them. */
public final class RemoveSubject {
  private final RecordKeeper keeper;

  public RemoveSubject(RecordKeeper keeper) {
    this.keeper = keeper;
  }

  /**
   * Removes; returns whether the person was there.
   *
   * @throws io.faceservice.application.port.BackendException if a store fails; the removal then
   *     stands and is carried through later
   */
  public boolean remove(SubjectKey subject) {
    return keeper.remove(subject);
  }
}
