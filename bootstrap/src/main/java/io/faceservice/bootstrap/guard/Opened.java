package io.faceservice.bootstrap.guard;

import jakarta.inject.Singleton;

/** Whether the stores are open and agree, so that searches miss nobody. */
@Singleton
public final class Opened {
  private volatile boolean opened;

  public boolean isOpened() {
    return opened;
  }

  public void opened() {
    opened = true;
  }
}
