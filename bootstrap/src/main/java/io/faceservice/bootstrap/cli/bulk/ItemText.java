package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImageContent;
import io.faceservice.application.bulk.ImportItem;
import io.faceservice.application.bulk.ImportItem.Face;
import io.faceservice.application.bulk.ImportItem.Unusable;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.application.bulk.ImportOutcome.Rejected;
import io.faceservice.application.bulk.ItemOrigin;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;

/**
 * What an item says of itself, as it is written.
 *
 * @param reference which face of the person
 */
record ItemText(
    ItemOrigin.Place place, String subject, String source, String reference, String createdAt) {

  /** What counts where an item does not say. */
  record Defaults(Source source, CreatedAt createdAt) {}

  /** An item of which nothing is known but its place. */
  static ImportItem unreadable(ItemOrigin.Place place, Reason reason, String message) {
    return new Unusable(new ItemOrigin(place, "", ""), new Rejected(reason, message));
  }

  /** A face, unless the text is nothing that could name one. */
  ImportItem withImage(ImageContent image) {
    try {
      var key =
          new ReferenceKey(new Source(source), new SubjectId(subject), new ReferenceId(reference));
      return new Face(origin(), key, new CreatedAt(createdAt), image);
    } catch (InvalidInputException e) {
      return rejected(Reason.of(e), e.problem().replace("reference_id", "face_id"));
    }
  }

  ImportItem rejected(Reason reason, String message) {
    return new Unusable(origin(), new Rejected(reason, message));
  }

  private ItemOrigin origin() {
    return new ItemOrigin(place, subject, source);
  }
}
