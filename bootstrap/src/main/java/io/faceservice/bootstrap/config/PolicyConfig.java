package io.faceservice.bootstrap.config;

import io.faceservice.domain.liveness.LivenessPolicy;
import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** {@code face.policy}: when it is one person, when a live one, and with how many faces. */
public final class PolicyConfig {
  private PolicyConfig() {}

  /**
   * {@code face.policy.verification}.
   *
   * @param threshold the least similarity of a match
   */
  @ConfigurationProperties("face.policy.verification")
  public record VerificationConfig(@NotNull @DecimalMin("0") @DecimalMax("1") Double threshold) {}

  /**
   * {@code face.policy.identification}.
   *
   * @param threshold the similarity that a candidate must exceed
   * @param limit the most candidates in an answer
   */
  @ConfigurationProperties("face.policy.identification")
  public record IdentificationConfig(
      @NotNull @DecimalMin("0") @DecimalMax("1") Double threshold,
      @NotNull @Min(1) @Max(1000) Integer limit) {}

  /**
   * {@code face.policy.enrolment}.
   *
   * @param facesPerPerson the most reference faces of a person
   */
  @ConfigurationProperties("face.policy.enrolment")
  public record EnrolmentConfig(@NotNull @Min(1) @Max(1000) Integer facesPerPerson) {}

  /**
   * {@code face.policy.liveness}.
   *
   * @param mode how much the frames have to prove
   * @param frameThreshold the least similarity to the reference of a frame that matches
   * @param frames the least share of frames that must match
   * @param minimumFrames where above 0, how many frames must match instead
   * @param padThreshold the least score of a bona fide presentation
   */
  @ConfigurationProperties("face.policy.liveness")
  public record LivenessConfig(
      LivenessPolicy.@NotNull Mode mode,
      @NotNull @DecimalMin("0") @DecimalMax("1") Double frameThreshold,
      @NotNull @DecimalMin("0") @DecimalMax("1") Double frames,
      @NotNull @Min(0) @Max(1000) Integer minimumFrames,
      @NotNull @DecimalMin("0") @DecimalMax("1") Double padThreshold) {}

  /**
   * {@code face.policy.actions}: angles in degrees, ratios without unit.
   *
   * @param frames how many frames are not yet enough
   */
  @ConfigurationProperties("face.policy.actions")
  public record ActionsConfig(
      @NotNull @Min(0) @Max(1000) Integer frames,
      @NotNull Double up,
      @NotNull Double down,
      @NotNull Double left,
      @NotNull Double right,
      @NotNull Double tiltingLeft,
      @NotNull Double tiltingRight,
      @NotNull @DecimalMin("0") Double blink,
      @NotNull @DecimalMin("0") Double mouth) {}
}
