package io.faceservice.vectorstore.opensearch;

import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.GalleryProbe;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.search.CandidateList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index that a gallery has opened; its methods are those of the gallery. */
interface OpenIndex {

  void enrol(BiometricReference reference);

  void enrolAll(List<BiometricReference> references);

  CandidateList search(Source source, FaceTemplate probe, int limit);

  List<CandidateList> searchAll(List<GalleryProbe> probes, int limit);

  boolean remove(ReferenceKey key);

  int removeSubject(SubjectKey subject);

  Optional<GalleryEntry> find(ReferenceKey key);

  Map<ReferenceKey, GalleryEntry> findAll(Collection<ReferenceKey> keys);

  List<GalleryEntry> page(Optional<ReferenceKey> after, int limit);

  Map<Source, Long> sizes();

  boolean needsRebuild();

  void rebuilt();

  /** What the operator is told of it while it serves. */
  String describe();

  /** Fails if it could not serve a search right now. */
  void probe();
}
