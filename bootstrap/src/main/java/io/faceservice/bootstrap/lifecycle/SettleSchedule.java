package io.faceservice.bootstrap.lifecycle;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.reconcile.SettleIntents;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles, while the service runs, the changes that a failing back end interrupted. */
@Singleton
class SettleSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(SettleSchedule.class);

  private final SettleIntents intents;
  private volatile boolean serving;

  SettleSchedule(SettleIntents intents) {
    this.intents = intents;
  }

  @EventListener
  void begin(ServerStartupEvent started) {
    serving = true;
  }

  @Scheduled(fixedDelay = "${face.reconcile.every}", initialDelay = "${face.reconcile.every}")
  void settle() {
    if (!serving) {
      return;
    }
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
