package io.faceservice.application.restore;

import io.faceservice.domain.biometric.ReferenceKey;

/** Is told how a restore goes on. Called by one thread at a time. */
public interface RestoreObserver {
  /** Watches nothing. */
  RestoreObserver NONE =
      new RestoreObserver() {
        @Override
        public void done(long faces) {}

        @Override
        public void failed(ReferenceKey face, NotRestored reason) {}
      };

  /** How many faces were looked at so far, successfully or not. */
  void done(long faces);

  /** A face that cannot be restored. */
  void failed(ReferenceKey face, NotRestored reason);
}
