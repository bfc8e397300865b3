package io.faceservice.http.v1;

import io.faceservice.application.browse.KeptFace;
import io.faceservice.application.browse.ShowImage;
import io.faceservice.domain.biometric.FaceImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Puts the images of a person's faces into an answer, as many of them as one answer may carry: the
 * others are left to be asked for one by one.
 */
final class PersonImages {
  /** Once the images of an answer have so many bytes together, it gets no more. */
  private static final long MOST_BYTES = 32L << 20;

  private final ShowImage images;

  PersonImages(ShowImage images) {
    this.images = images;
  }

  List<FaceAnswer> with(List<KeptFace> faces) {
    List<FaceAnswer> answers = new ArrayList<>();
    long room = MOST_BYTES;
    for (KeptFace face : faces) {
      Optional<FaceImage> image = room > 0 ? image(face) : Optional.empty();
      room -= image.map(FaceImage::size).orElse(0);
      answers.add(FaceAnswer.of(face, image.map(PersonImages::text).orElse(null)));
    }
    return answers;
  }

  private Optional<FaceImage> image(KeptFace face) {
    return images.show(face.current().key(), face.current().version());
  }

  private static FaceAnswer.Image text(FaceImage image) {
    return new FaceAnswer.Image(
        ImageType.of(image).toString(), Base64.getEncoder().encodeToString(image.toArray()));
  }
}
