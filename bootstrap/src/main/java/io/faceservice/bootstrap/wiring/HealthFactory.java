package io.faceservice.bootstrap.wiring;

import io.faceservice.application.health.AssessHealth;
import io.faceservice.application.port.Backend;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.bootstrap.guard.Opened;
import io.faceservice.inference.FaceModels;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which back ends the service's health depends on. */
@Factory
final class HealthFactory {

  @Singleton
  AssessHealth assessHealth(FaceModels models, Gallery gallery, ImageStore images, Opened opened) {
    Map<String, Backend> backends = new LinkedHashMap<>();
    backends.put("inference", models);
    backends.put("gallery", gallery);
    backends.put("images", images);
    return new AssessHealth(backends, opened::isOpened, Clock.systemUTC());
  }
}
