package io.faceservice.application.liveness;

import io.faceservice.application.acquire.Capture;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.liveness.Frame;
import io.faceservice.domain.liveness.FrameFingerprint;
import io.faceservice.domain.liveness.PadScore;
import java.util.List;

/**
 * What is kept of a picture once its pixels are let go, so that a request with many pictures stays
 * small while it waits for a free worker.
 */
public sealed interface Sighting {

  FaceTemplate template();

  Capture capture();

  /** A face that is only to be compared. */
  record Seen(FaceTemplate template, Capture capture) implements Sighting {}

  /** A face that has to prove life besides. */
  record Examined(
      FaceTemplate template, Capture capture, PadScore padScore, FrameFingerprint fingerprint)
      implements Sighting {

    /** This picture as a liveness frame: how alike it is to the nearest of the references. */
    public Frame against(List<FaceTemplate> references) {
      return new Frame(Similarity.ofNearest(template, references), padScore, fingerprint);
    }
  }
}
