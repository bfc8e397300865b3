package io.faceservice.application.bulk;

import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.bulk.ImportItem.Face;
import io.faceservice.application.bulk.ImportItem.Unusable;
import io.faceservice.application.bulk.ImportOutcome.Rejected;
import io.faceservice.application.enrol.AddFace;
import io.faceservice.application.enrol.EnrolFace;
import io.faceservice.application.enrol.ReferenceExamination;
import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.keep.SubjectLocks;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.testkit.InMemoryGallery;
import io.faceservice.application.testkit.InMemoryImageStore;
import io.faceservice.application.testkit.ScriptedFaces;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.enrolment.EnrolmentPolicy;
import io.faceservice.domain.liveness.LivenessPolicy;
import io.faceservice.domain.liveness.PadPolicy;
import io.faceservice.domain.liveness.PadScore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Scripted faces, two stores in memory, and an import into them that counts its inference. */
final class ImportWorld implements AutoCloseable {
  static final int MOST_FACES = 3;

  final ImageStore store = new InMemoryImageStore();
  final InMemoryGallery gallery =
      new InMemoryGallery(new InMemoryGallery.Storage(), ScriptedFaces.MODEL, 2);
  final List<String> told = new ArrayList<>();

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicInteger decoded = new AtomicInteger();

  ImportWorld() {
    store.prepare();
    gallery.prepare();
  }

  /** How many pictures were decoded since this was asked last. */
  int decoded() {
    return decoded.getAndSet(0);
  }

  ImportFaces importFaces() {
    var faces = new ScriptedFaces();
    ImageDecoder counting =
        image -> {
          decoded.incrementAndGet();
          return faces.decode(image);
        };
    return importFaces(counting, faces);
  }

  ImportFaces importFaces(ImageDecoder decoder, ScriptedFaces faces) {
    var examination =
        new FaceExamination(
            new FaceAcquisition(decoder, faces, faces, faces), (pixels, face) -> new PadScore(1));
    var workers = new Workers(threads);
    var liveness =
        new LivenessPolicy(
            LivenessPolicy.Mode.STRICT,
            new Similarity(0.6),
            0.6,
            0,
            new PadPolicy(new PadScore(0.5)));
    var keeper = new RecordKeeper(store, gallery, new SubjectLocks(), ScriptedFaces.MODEL);
    var suitable = new ReferenceExamination(examination, workers, liveness);
    Clock clock = Clock.systemUTC();
    var policy = new EnrolmentPolicy(MOST_FACES);
    var enrolment =
        new ItemEnrolment(
            new EnrolFace(suitable, keeper, clock),
            new AddFace(suitable, keeper, policy, () -> new ReferenceId("unnamed"), clock));
    return new ImportFaces(
        enrolment, examination, workers, new EnrolledImages(store, ScriptedFaces.MODEL), 3);
  }

  /** Imports, and returns what was told: subject and outcome, in the order told. */
  List<String> run(List<? extends ImportItem> items) {
    told.clear();
    importFaces().importAll(items.iterator(), ImportFaces.Mode.ENROL, this::hear);
    return List.copyOf(told);
  }

  void hear(ImportItem item, ImportOutcome outcome) {
    told.add(
        item.origin().subject()
            + " "
            + switch (outcome) {
              case ImportOutcome.Enrolled enrolled -> "enrolled";
              case ImportOutcome.AlreadyThere there -> "already there";
              case Rejected(var reason, var message) -> reason;
            });
  }

  /** How many versions there are of a subject's primary face. */
  int versions(String subject) {
    return store.versions(key(subject, "primary")).size();
  }

  static Face face(String subject, FaceImage image) {
    return face(subject, "primary", image);
  }

  static Face face(String subject, String reference, FaceImage image) {
    return face(subject, reference, "", content(Optional.of(image)));
  }

  static Face face(String subject, String reference, String createdAt, ImageContent content) {
    return new Face(origin(subject), key(subject, reference), new CreatedAt(createdAt), content);
  }

  static Unusable unusable(String subject, ImportOutcome.Reason reason) {
    return new Unusable(origin(subject), new Rejected(reason, "It is not."));
  }

  static ImageContent content(Optional<FaceImage> image) {
    return new ImageContent() {
      @Override
      public Optional<FaceImage> read() {
        return image;
      }

      @Override
      public String name() {
        return "photo.png";
      }
    };
  }

  static ReferenceKey key(String subject, String reference) {
    return new ReferenceKey(Source.DEFAULT, new SubjectId(subject), new ReferenceId(reference));
  }

  private static ItemOrigin origin(String subject) {
    return new ItemOrigin(new ItemOrigin.Line(1), subject, "default");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
