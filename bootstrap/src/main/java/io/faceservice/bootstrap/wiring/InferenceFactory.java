package io.faceservice.bootstrap.wiring;

import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.application.port.PresentationAttackDetector;
import io.faceservice.bootstrap.config.InferenceConfig;
import io.faceservice.bootstrap.config.InferenceConfig.Adapter;
import io.faceservice.bootstrap.config.InputConfig;
import io.faceservice.bootstrap.config.StartException;
import io.faceservice.inference.FaceModels;
import io.faceservice.inference.FileKnownEmbedders;
import io.faceservice.inference.KnownEmbedders;
import io.faceservice.inference.image.ImageIoDecoder;
import io.faceservice.inference.image.ImageLimits;
import io.faceservice.inference.install.Catalogue;
import io.faceservice.inference.install.PackStore;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.tensor.TensorEngine;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which engine runs which models behind the inference ports. */
@Factory
final class InferenceFactory {
  private static final Logger LOG = LoggerFactory.getLogger(InferenceFactory.class);

  /** What looks harder than the rest, where the pack can. */
  static final String ACCURATE = "accurate";

  private static final String WORKERS = "image-workers";

  @Singleton
  PackStore packStore() {
    return PackStore.ofUser();
  }

  @Singleton
  ModelPack modelPack(InferenceConfig config) {
    return Catalogue.pack(config.pack());
  }

  @Singleton
  KnownEmbedders knownEmbedders(@Value("${face.data}") String data) {
    return new FileKnownEmbedders(Path.of(data, "embedders"));
  }

  @Singleton
  @Bean(preDestroy = "close")
  FaceModels faceModels(
      InferenceConfig config,
      EngineFactory engines,
      PackStore store,
      ModelPack pack,
      KnownEmbedders known) {
    FaceModels models = load(pack, store, engines.engine(pack), known);
    LOG.info("Inference: model pack {} on {}", pack.id(), config.adapter());
    try {
      models.prepare();
    } catch (BackendException e) {
      boolean willPass = config.adapter() == Adapter.TFSERVING && e.kind() != Kind.CORRUPT;
      if (!willPass) {
        models.close();
        throw new StartException(String.valueOf(e.getMessage()), e);
      }
      LOG.warn("Inference is not ready, and is tried again: {}", e.getMessage());
    }
    return models;
  }

  private static FaceModels load(
      ModelPack pack, PackStore store, TensorEngine engine, KnownEmbedders known) {
    try {
      return new FaceModels(pack, store::folder, engine, known);
    } catch (BackendException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
  }

  @Singleton
  ImageDecoder imageDecoder(InputConfig config) {
    return new ImageIoDecoder(new ImageLimits(config.maxBytes(), config.maxPixels()));
  }

  @Singleton
  @Primary
  FaceDetector faceDetector(FaceModels models) {
    return models.detector();
  }

  @Singleton
  @Named(ACCURATE)
  FaceDetector accurateFaceDetector(FaceModels models) {
    return models.accurateDetector();
  }

  @Singleton
  FaceLandmarker faceLandmarker(FaceModels models) {
    return models.landmarker();
  }

  @Singleton
  FaceEncoder faceEncoder(FaceModels models) {
    return models.encoder();
  }

  @Singleton
  PresentationAttackDetector presentationAttackDetector(FaceModels models) {
    return models.presentationAttackDetector();
  }

  @Singleton
  @Named(WORKERS)
  @Bean(preDestroy = "shutdownNow")
  ExecutorService workerThreads(InferenceConfig config) {
    return Executors.newFixedThreadPool(
        config.workersOrCores(), Thread.ofPlatform().name(WORKERS + "-", 0).daemon().factory());
  }

  @Singleton
  Workers workers(@Named(WORKERS) ExecutorService threads) {
    return new Workers(threads);
  }

  @Singleton
  @Primary
  FaceAcquisition faceAcquisition(
      ImageDecoder decoder, FaceDetector detector, FaceLandmarker landmarker, FaceEncoder encoder) {
    return new FaceAcquisition(decoder, detector, landmarker, encoder);
  }

  @Singleton
  @Named(ACCURATE)
  FaceAcquisition accurateFaceAcquisition(
      ImageDecoder decoder,
      @Named(ACCURATE) FaceDetector detector,
      FaceLandmarker landmarker,
      FaceEncoder encoder) {
    return new FaceAcquisition(decoder, detector, landmarker, encoder);
  }
}
