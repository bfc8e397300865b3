package io.faceservice.bootstrap.lifecycle;

import io.faceservice.application.port.BackendException;
import io.faceservice.bootstrap.config.InferenceConfig;
import io.faceservice.bootstrap.config.InferenceConfig.Adapter;
import io.faceservice.bootstrap.config.InferenceConfig.TfServingConfig;
import io.faceservice.inference.FaceModels;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again at models that another server serves, and may change or lose. */
@Singleton
class InferenceWatch {
  private static final Logger LOG = LoggerFactory.getLogger(InferenceWatch.class);

  private final FaceModels models;
  private final Chores chores;
  private final boolean elsewhere;
  private final Duration every;

  InferenceWatch(
      FaceModels models, Chores chores, InferenceConfig config, TfServingConfig serving) {
    this.models = models;
    this.chores = chores;
    this.elsewhere = config.adapter() == Adapter.TFSERVING;
    this.every = serving.watch();
  }

  @EventListener
  void begin(ServerStartupEvent started) {
    if (elsewhere) {
      chores.every(every, this::look);
    }
  }

  private void look() {
    try {
      models.recheck();
    } catch (BackendException e) {
      LOG.warn("Inference is not ready: {}", e.getMessage());
    }
  }
}
