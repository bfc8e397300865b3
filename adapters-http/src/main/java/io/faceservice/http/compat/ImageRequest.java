package io.faceservice.http.compat;

import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.http.wire.JsonFields;
import io.faceservice.http.wire.RequestImages;
import org.jspecify.annotations.Nullable;

/** A body with one image in it. */
record ImageRequest(String image) {

  static ImageRequest read(byte @Nullable [] body) {
    return new ImageRequest(
        JsonFields.read(body).require("image", Hints.MISSING).requiredText("image"));
  }

  FaceImage decode(RequestImages images) {
    return images.image("image", image);
  }
}
