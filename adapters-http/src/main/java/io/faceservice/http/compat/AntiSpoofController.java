package io.faceservice.http.compat;

import io.faceservice.application.liveness.DetectPresentationAttack;
import io.faceservice.application.liveness.DetectPresentationAttack.Outcome;
import io.faceservice.domain.liveness.PadDecision;
import io.faceservice.http.wire.BoxCorners;
import io.faceservice.http.wire.RequestImages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/anti-spoof}: a living face, or a picture of one? */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AntiSpoofController {
  private static final double DECIMALS = 1e5;

  private final DetectPresentationAttack attacks;
  private final RequestImages images;

  AntiSpoofController(DetectPresentationAttack attacks, RequestImages images) {
    this.attacks = attacks;
    this.images = images;
  }

  /**
   * The answer.
   *
   * @param fakeProb how sure of an attack, in percent
   * @param threshold the least PAD score, 0 to 1, that is no attack
   */
  record Response(
      String status,
      double fakeProb,
      boolean isFake,
      double threshold,
      int faces,
      List<Long> box,
      Liveness liveness) {

    static Response of(Outcome.Scored scored) {
      double score = scored.score().value();
      return new Response(
          "SUCCESS",
          Math.round((1 - score) * 100 * DECIMALS) / DECIMALS,
          scored.decision() == PadDecision.ATTACK,
          scored.threshold().value(),
          scored.capture().faces(),
          BoxCorners.of(scored.capture().box()),
          new Liveness(score));
    }
  }

  /** How sure of a bona fide presentation, 0 to 1. */
  record Liveness(double padScore) {}

  @Post("/api/v1/anti-spoof")
  @Consumes(MediaType.ALL)
  HttpResponse<?> detect(@Body byte @Nullable [] body) {
    return switch (attacks.detect(ImageRequest.read(body).decode(images))) {
      case Outcome.Scored scored -> HttpResponse.ok(Response.of(scored));
      case Outcome.NotAcquired none -> CompatErrors.noFaceToCheck();
    };
  }
}
