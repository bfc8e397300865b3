package io.faceservice.bootstrap.lifecycle;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.reconcile.SettleIntents;
import io.faceservice.bootstrap.config.ReconcileConfig;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles, while the service runs, the changes that a failing back end interrupted. */
@Singleton
class SettleSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(SettleSchedule.class);

  private final SettleIntents intents;
  private final Chores chores;
  private final Duration every;

  SettleSchedule(SettleIntents intents, Chores chores, ReconcileConfig config) {
    this.intents = intents;
    this.chores = chores;
    this.every = config.every();
  }

  @EventListener
  void begin(ServerStartupEvent started) {
    chores.every(every, this::settle);
  }

  private void settle() {
    try {
      int settled = intents.settle();
      if (settled > 0) {
        LOG.info("{} interrupted changes were settled", settled);
      }
    } catch (BackendException e) {
      LOG.warn("Interrupted changes cannot be settled yet: {}", e.getMessage());
    }
  }
}
