package io.faceservice.application.reconcile;

import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Intent;

/** Finishes or undoes what a crash or a failing back end interrupted. */
public final class SettleIntents {
  private final ImageStore store;
  private final RecordKeeper keeper;

  public SettleIntents(ImageStore store, RecordKeeper keeper) {
    this.store = store;
    this.keeper = keeper;
  }

  /**
   * Settles every intent that is unfinished now. Those of calls still running are waited for, and
   * do no harm.
   *
   * @return how many there were
   * @throws io.faceservice.application.port.BackendException if a store fails
   */
  public int settle() {
    int settled = 0;
    for (Intent intent : store.unfinished()) {
      keeper.settle(intent);
      settled++;
    }
    return settled;
  }
}
