package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.search.CandidateList;
import io.milvus.v2.common.ConsistencyLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The collection that a gallery works on, and what becomes of it.
 *
 * <p>That is the one behind the alias, until the gallery is emptied to be filled again. Then this
 * gallery alone works on a new one; all others go on searching the old one, and write to both,
 * until {@link #rebuilt} lets the new one serve. The old one is dropped at once, and whoever still
 * asks for it learns that it is gone and looks again behind the alias.
 */
final class OpenGallery {
  private final MilvusSettings settings;
  private final MilvusConnection connection;
  private final MilvusVersions versions;
  private final Map<MilvusVersion, Faces> faces = new ConcurrentHashMap<>();
  private volatile MilvusVersion version;
  private volatile boolean isApart;

  OpenGallery(
      MilvusSettings settings,
      MilvusConnection connection,
      MilvusVersion version,
      boolean isApart) {
    this.settings = settings;
    this.connection = connection;
    this.versions = new MilvusVersions(connection, settings.layout());
    this.version = version;
    this.isApart = isApart;
  }

  /** What is done with the faces of one collection. */
  interface Task<T> {
    T on(Faces faces);
  }

  <T> T read(Task<T> task) {
    return again(() -> task.on(facesOf(version)));
  }

  List<CandidateList> search(Source source, List<FaceTemplate> probes, int limit) {
    return again(
        () -> {
          MilvusVersion searched = version;
          return new NearestFaces(rowsOf(searched), searched, settings.search(), secondLook())
              .search(source, probes, limit);
        });
  }

  /** Changes the one that serves, and before it the one that will. */
  <T> T write(Task<T> task) {
    return again(
        () -> {
          lookAgain();
          MilvusVersion written = version;
          upcoming(written).ifPresent(next -> task.on(facesOf(next)));
          return task.on(facesOf(written));
        });
  }

  private Optional<MilvusVersion> upcoming(MilvusVersion written) {
    return isApart
        ? Optional.empty()
        : versions
            .next()
            .filter(next -> !next.equals(written))
            .filter(next -> next.takes(written.model(), written.dimension()));
  }

  void rebuilt() {
    read(
        mine -> {
          mine.setWhole(true);
          return mine;
        });
    if (isApart) {
      Optional<MilvusVersion> old = versions.serving();
      versions.publish(version);
      isApart = false;
      versions.endAnnouncement();
      old.filter(served -> !served.equals(version)).ifPresent(versions::drop);
    }
  }

  private interface Attempt<T> {
    T run();
  }

  /** A rebuild elsewhere may have replaced the collection: then there is another to ask. */
  private <T> T again(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (BackendException e) {
      if (isApart || !(e.getCause() instanceof RuntimeException cause)) {
        throw e;
      }
      if (!MilvusFailures.isGone(cause)) {
        throw e;
      }
      lookAgain();
      return attempt.run();
    }
  }

  private void lookAgain() {
    if (isApart) {
      return;
    }
    MilvusVersion before = version;
    String collection = settings.layout().collection();
    MilvusVersion now = versions.serving().orElseThrow(() -> MilvusFailures.lost(collection));
    if (!now.takes(before.model(), before.dimension())) {
      throw MilvusFailures.foreign(collection, now.label(), before.label());
    }
    version = now;
  }

  private Faces facesOf(MilvusVersion asked) {
    return faces.computeIfAbsent(asked, of -> new Faces(rowsOf(of), of));
  }

  private Rows rowsOf(MilvusVersion asked) {
    return new Rows(connection, versions, asked);
  }

  /** Of several replicas, one may lag behind the one that was searched. */
  private ConsistencyLevel secondLook() {
    return settings.layout().replicas() == 1
        ? ConsistencyLevel.EVENTUALLY
        : ConsistencyLevel.STRONG;
  }
}
