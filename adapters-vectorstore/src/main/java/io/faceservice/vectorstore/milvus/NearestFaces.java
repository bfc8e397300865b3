package io.faceservice.vectorstore.milvus;

import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import io.faceservice.domain.search.CandidateList;
import io.faceservice.vectorstore.milvus.Rows.Neighbour;
import io.faceservice.vectorstore.milvus.Rows.Question;
import io.milvus.v2.common.ConsistencyLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Searches one collection. The index proposes far more faces than are asked for; the best of them
 * are read and scored from their embeddings. An index that proposes fewer than it was asked for has
 * met a small source, which is compared in full, or has lost some of it, and then so too.
 */
final class NearestFaces {
  /** How far the index's arithmetic may be from ours. */
  private static final double ROUNDING = 1e-5;

  /** How often a search is made because a face was removed while it was. */
  private static final int ATTEMPTS = 3;

  private static final int WIDENING = 4;

  private final Rows rows;
  private final MilvusVersion version;
  private final MilvusSearch settings;
  private final ConsistencyLevel secondLook;

  /**
   * @param secondLook how fresh what is read after a search in the same breath has to be
   */
  NearestFaces(
      Rows rows, MilvusVersion version, MilvusSearch settings, ConsistencyLevel secondLook) {
    this.rows = rows;
    this.version = version;
    this.settings = settings;
    this.secondLook = secondLook;
  }

  /**
   * One look into a source.
   *
   * @param limit subjects wanted
   * @param asked faces that the index is asked for
   * @param attempts left
   */
  private record Look(Source source, int limit, int asked, int attempts) {
    boolean isWidest() {
      return asked == MilvusSearch.MOST;
    }

    Look wider() {
      return new Look(source, limit, Math.min(MilvusSearch.MOST, asked * WIDENING), attempts);
    }

    Look again() {
      return new Look(source, limit, asked, attempts - 1);
    }
  }

  List<CandidateList> search(Source source, List<FaceTemplate> probes, int limit) {
    int asked = (int) Math.max(settings.candidates(), Math.min(MilvusSearch.MOST, 2L * limit));
    return search(new Look(source, limit, asked, ATTEMPTS), probes);
  }

  private List<CandidateList> search(Look look, List<FaceTemplate> probes) {
    List<List<Neighbour>> near = near(look, probes);
    if (near.stream().anyMatch(faces -> faces.size() < look.asked())) {
      Collection<BiometricReference> all = some(look.source(), settings.exhaustive() + 1);
      if (all.size() <= settings.exhaustive()) {
        return probes.stream().map(probe -> ranked(all, probe, look.limit())).toList();
      }
    }
    List<List<String>> chosen = near.stream().map(faces -> best(faces, look.limit())).toList();
    Map<String, BiometricReference> faces = read(look.source(), chosen);
    List<CandidateList> found = new ArrayList<>();
    for (int i = 0; i < probes.size(); i++) {
      if (isCut(near.get(i), look)) {
        found.addAll(search(look.wider(), List.of(probes.get(i))));
      } else if (look.attempts() > 1 && !faces.keySet().containsAll(chosen.get(i))) {
        // One that was found is gone, and another has its place.
        found.addAll(search(look.again(), List.of(probes.get(i))));
      } else {
        found.add(ranked(of(chosen.get(i), faces), probes.get(i), look.limit()));
      }
    }
    return found;
  }

  /** Whether more subjects may be further down. */
  private static boolean isCut(List<Neighbour> faces, Look look) {
    return faces.size() == look.asked()
        && !look.isWidest()
        && faces.stream().map(Neighbour::subject).distinct().count() < look.limit();
  }

  private List<List<Neighbour>> near(Look look, List<FaceTemplate> probes) {
    return rows.nearest(
        probes.stream().map(probe -> probe.embedding().toArray()).toList(),
        question(look.source(), ofSource(look.source()), ConsistencyLevel.STRONG),
        look.asked(),
        Math.max(settings.effort(), look.asked()));
  }

  /** The best face of each of the best subjects, and all that may equal one of these. */
  private static List<String> best(List<Neighbour> faces, int limit) {
    Map<String, Double> bySubject = new LinkedHashMap<>();
    faces.forEach(face -> bySubject.merge(face.subject(), face.cosine(), Math::max));
    double least =
        bySubject.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .reduce(1.0, Math::min)
            - ROUNDING;
    return faces.stream()
        .filter(face -> face.cosine() >= least)
        .filter(face -> face.cosine() >= bySubject.getOrDefault(face.subject(), least) - ROUNDING)
        .map(Neighbour::id)
        .toList();
  }

  private Collection<BiometricReference> some(Source source, int limit) {
    var question = question(source, ofSource(source), secondLook);
    return references(rows.some(question, FaceFields.ALL, Math.min(limit, MilvusSearch.MOST)))
        .values();
  }

  private Map<String, BiometricReference> read(Source source, List<List<String>> ids) {
    List<String> all = ids.stream().flatMap(List::stream).distinct().toList();
    return all.isEmpty()
        ? Map.of()
        : references(
            rows.all(
                question(source, Filters.oneOf(FaceFields.ID, all), secondLook), FaceFields.ALL));
  }

  private Map<String, BiometricReference> references(List<Map<String, Object>> found) {
    try {
      return found.stream()
          .collect(
              Collectors.toMap(
                  fields -> FaceFields.text(fields, FaceFields.ID),
                  fields -> FaceFields.reference(fields, version.model()),
                  (one, same) -> one));
    } catch (IllegalArgumentException e) {
      throw MilvusFailures.damaged(e);
    }
  }

  private static List<BiometricReference> of(
      List<String> ids, Map<String, BiometricReference> faces) {
    return ids.stream().map(faces::get).filter(Objects::nonNull).toList();
  }

  private static CandidateList ranked(
      Collection<BiometricReference> faces, FaceTemplate probe, int limit) {
    return CandidateList.ranked(
        faces.stream()
            .map(
                face ->
                    new Candidate(
                        face.key(), face.createdAt(), Similarity.of(probe, face.template())))
            .toList(),
        limit);
  }

  private static String ofSource(Source source) {
    return Filters.equal(FaceFields.SOURCE, source.value());
  }

  private Question question(Source source, String filter, ConsistencyLevel freshness) {
    return new Question(List.of(version.partitionOf(source)), filter, freshness);
  }
}
