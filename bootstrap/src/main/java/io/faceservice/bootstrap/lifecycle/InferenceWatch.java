package io.faceservice.bootstrap.lifecycle;

import io.faceservice.application.port.BackendException;
import io.faceservice.bootstrap.config.InferenceConfig;
import io.faceservice.bootstrap.config.InferenceConfig.Adapter;
import io.faceservice.inference.FaceModels;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again at models that another server serves, and may change or lose. */
@Singleton
class InferenceWatch {
  private static final Logger LOG = LoggerFactory.getLogger(InferenceWatch.class);

  private final FaceModels models;
  private final boolean elsewhere;
  private volatile boolean serving;

  InferenceWatch(FaceModels models, InferenceConfig config) {
    this.models = models;
    this.elsewhere = config.adapter() == Adapter.TFSERVING;
  }

  @EventListener
  void begin(ServerStartupEvent started) {
    serving = true;
  }

  @Scheduled(
      fixedDelay = "${face.inference.tfserving.watch}",
      initialDelay = "${face.inference.tfserving.watch}")
  void look() {
    if (!serving || !elsewhere) {
      return;
    }
    try {
      models.recheck();
    } catch (BackendException e) {
      LOG.warn("Inference is not ready: {}", e.getMessage());
    }
  }
}
