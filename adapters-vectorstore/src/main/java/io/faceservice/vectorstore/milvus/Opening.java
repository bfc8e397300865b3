package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.ModelId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Finds or makes the collection that a gallery works on. */
final class Opening {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final MilvusSettings settings;
  private final MilvusConnection connection;
  private final MilvusVersions versions;
  private final ModelId model;
  private final int dimension;

  Opening(MilvusSettings settings, MilvusConnection connection, ModelId model, int dimension) {
    this.settings = settings;
    this.connection = connection;
    this.versions = new MilvusVersions(connection, settings.layout());
    this.model = model;
    this.dimension = dimension;
  }

  /** The one that serves, or else a new one. */
  OpenGallery open() {
    MilvusVersion serving = versions.serving().orElseGet(this::first);
    if (!serving.takes(model, dimension)) {
      var wanted = new MilvusVersion(serving.name(), model, dimension, serving.partitions());
      throw MilvusFailures.foreign(settings.layout().collection(), serving.label(), wanted.label());
    }
    if (!versions.isLoaded(serving)) {
      versions.load(serving);
    }
    var gallery = new OpenGallery(settings, connection, serving, false);
    awaitAnswer(gallery);
    return gallery;
  }

  /** A server that has just started calls a collection loaded before its parts have caught up. */
  private void awaitAnswer(OpenGallery gallery) {
    long patience = settings.server().patience().load().toNanos();
    long from = System.nanoTime();
    while (true) {
      try {
        gallery.read(Faces::isWhole);
        return;
      } catch (BackendException e) {
        boolean hasTime = System.nanoTime() - from < patience;
        if (!e.mayPass() || !hasTime || connection.isClosed()) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** An empty one to be filled. Where one serves already, it goes on serving meanwhile. */
  OpenGallery openEmptied() {
    versions.next().ifPresent(this::abandon);
    Optional<MilvusVersion> serving = versions.serving();
    if (serving.isEmpty()) {
      return new OpenGallery(settings, connection, first(), false);
    }
    MilvusVersion fresh = versions.create(model, dimension);
    // Should this be the end of it, whoever comes next must know that a rebuild was wanted.
    new Faces(new Rows(connection, versions, serving.get()), serving.get()).setWhole(false);
    versions.announce(fresh);
    return new OpenGallery(settings, connection, fresh, true);
  }

  private void abandon(MilvusVersion unfinished) {
    versions.endAnnouncement();
    versions.drop(unfinished);
  }

  private MilvusVersion first() {
    MilvusVersion fresh = versions.create(model, dimension);
    try {
      versions.publishFirst(fresh);
      return fresh;
    } catch (BackendException e) {
      // Another service that starts now may have been quicker.
      versions.drop(fresh);
      return versions.serving().orElseThrow(() -> e);
    }
  }
}
