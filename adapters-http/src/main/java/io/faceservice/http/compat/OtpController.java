package io.faceservice.http.compat;

import io.faceservice.application.verify.Claim;
import io.faceservice.application.verify.Verification;
import io.faceservice.application.verify.VerifyClaim;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.http.wire.JsonFields;
import io.faceservice.http.wire.RequestImages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /face-otp}: is this the person they claim to be? */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class OtpController {
  private static final String CLAIM = "people_1";

  private final VerifyClaim claims;
  private final RequestImages images;

  OtpController(VerifyClaim claims, RequestImages images) {
    this.claims = claims;
    this.images = images;
  }

  /** The body, its images still as text; exactly one of {@code id} and {@code image} is there. */
  record Request(
      @Nullable String id,
      @Nullable String image,
      Optional<String> source,
      PresentationFields presentation) {

    static Request read(byte @Nullable [] body) {
      JsonFields fields =
          JsonFields.read(body)
              .require(CLAIM, Hints.IMAGE)
              .require("people_2", Hints.IMAGE)
              .require("is_live_check", Hints.FLAG);
      JsonFields claim = fields.requiredObject(CLAIM);
      Optional<String> id = claim.text("id");
      Optional<String> image = claim.text("image");
      if (id.isPresent() == image.isPresent()) {
        throw new InvalidInputException(CLAIM, "image or id required in people_1");
      }
      return new Request(
          id.orElse(null),
          image.orElse(null),
          fields.text("source"),
          PresentationFields.read(fields));
    }

    Claim claim(RequestImages images) {
      if (id != null) {
        return new Claim.OfSubject(
            new SubjectKey(source.map(Source::new).orElse(Source.DEFAULT), new SubjectId(id)));
      }
      return new Claim.OfImage(images.image("people_1.image", String.valueOf(image)));
    }
  }

  @Post("/face-otp")
  @Consumes(MediaType.ALL)
  HttpResponse<?> verify(@Body byte @Nullable [] body) {
    Request request = Request.read(body);
    Claim claim = request.claim(images);
    return switch (claims.verify(claim, request.presentation().decode(images))) {
      case Verification.Checked(var comparison) -> ComparisonAnswer.of(comparison);
      case Verification.NotEnrolled(var subject) -> CompatErrors.notEnrolled(subject);
    };
  }
}
