package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Searches a gallery of genuine references among strangers, and compares with exact search. */
final class GalleryTrial {
  private static final int LIMIT = 10;
  private static final int BATCH = 1_000;

  private final Gallery gallery;
  private final ModelId model;
  private final List<Mates> genuine;
  private final Strangers strangers;
  private final NearestByCosine exact;

  /** Two pictures of one person; the reference is enrolled. */
  record Mates(Embedding probe, Embedding reference) {
    double cosine() {
      return probe.cosine(reference);
    }
  }

  GalleryTrial(Gallery gallery, ModelId model, List<Mates> genuine, Strangers strangers) {
    this.gallery = gallery;
    this.model = model;
    this.genuine = genuine;
    this.strangers = strangers;
    exact = new NearestByCosine(genuine.stream().map(Mates::probe).toList(), LIMIT);
    enrol(0, genuine.size(), i -> genuine.get(i).reference(), "mate-");
  }

  /** What is enrolled under a number. */
  private interface Faces {
    Embedding of(int number);
  }

  /** Enrols more strangers. */
  void add(int from, int to) {
    for (int start = from; start < to; start += BATCH) {
      enrol(start, Math.min(start + BATCH, to), strangers::face, "stranger-");
    }
  }

  private void enrol(int from, int to, Faces faces, String prefix) {
    List<Embedding> embeddings = IntStream.range(from, to).parallel().mapToObj(faces::of).toList();
    List<BiometricReference> references = new ArrayList<>();
    for (int i = 0; i < embeddings.size(); i++) {
      String subject = prefix + (from + i);
      exact.offer(subject, embeddings.get(i));
      var key = new ReferenceKey(Source.DEFAULT, new SubjectId(subject), ReferenceId.PRIMARY);
      references.add(
          new BiometricReference(
              key, new FaceTemplate(model, embeddings.get(i)), new CreatedAt("")));
    }
    gallery.enrolAll(references);
  }

  /** Searches with each genuine probe. */
  TrialFigures genuine(Similarity threshold) {
    var figures = new TrialFigures();
    for (int i = 0; i < genuine.size(); i++) {
      List<Candidate> found = search(genuine.get(i).probe());
      figures.compared(found, exact.nearest(i), threshold);
      figures.mate("mate-" + i, Similarity.ofCosine(genuine.get(i).cosine()), found);
    }
    return figures;
  }

  /** Searches with made-up pictures of each enrolled mate, at cosines from one to another. */
  TrialFigures madeUp(int each, double least, double greatest) {
    var figures = new TrialFigures();
    for (int i = 0; i < genuine.size() * each; i++) {
      Embedding reference = genuine.get(i / each).reference();
      double cosine = least + (greatest - least) * i / (genuine.size() * each);
      Embedding probe = strangers.picture(-1L - i, reference, cosine);
      figures.mate("mate-" + i / each, Similarity.ofCosine(probe.cosine(reference)), search(probe));
    }
    return figures;
  }

  private List<Candidate> search(Embedding probe) {
    return gallery.search(Source.DEFAULT, new FaceTemplate(model, probe), LIMIT).candidates();
  }
}
