package io.faceservice.application.remove;

import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.domain.biometric.ReferenceKey;

/** Forgets one reference face, every version and image of it; with the last one, the person. */
public final class RemoveFace {
  private final RecordKeeper keeper;

  public RemoveFace(RecordKeeper keeper) {
    this.keeper = keeper;
  }

  /**
   * Removes; returns whether the face was there.
   *
   * @throws io.faceservice.application.port.BackendException if a store fails; the removal then
   *     stands and is carried through later
   */
  public boolean remove(ReferenceKey reference) {
    return keeper.remove(reference);
  }
}
