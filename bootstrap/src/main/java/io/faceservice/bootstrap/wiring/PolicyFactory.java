package io.faceservice.bootstrap.wiring;

import io.faceservice.bootstrap.config.PolicyConfig.ActionsConfig;
import io.faceservice.bootstrap.config.PolicyConfig.EnrolmentConfig;
import io.faceservice.bootstrap.config.PolicyConfig.IdentificationConfig;
import io.faceservice.bootstrap.config.PolicyConfig.LivenessConfig;
import io.faceservice.bootstrap.config.PolicyConfig.VerificationConfig;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.compare.VerificationPolicy;
import io.faceservice.domain.enrolment.EnrolmentPolicy;
import io.faceservice.domain.liveness.ActionPolicy;
import io.faceservice.domain.liveness.LivenessPolicy;
import io.faceservice.domain.liveness.PadPolicy;
import io.faceservice.domain.liveness.PadScore;
import io.faceservice.domain.search.IdentificationPolicy;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;

/** The rules, as they are configured; made at once, so that a wrong value stops the start. */
@Factory
final class PolicyFactory {

  @Context
  VerificationPolicy verificationPolicy(VerificationConfig config) {
    return new VerificationPolicy(new Similarity(config.threshold()));
  }

  @Context
  IdentificationPolicy identificationPolicy(IdentificationConfig config) {
    return new IdentificationPolicy(new Similarity(config.threshold()), config.limit());
  }

  @Context
  EnrolmentPolicy enrolmentPolicy(EnrolmentConfig config) {
    return new EnrolmentPolicy(config.facesPerPerson());
  }

  @Context
  PadPolicy padPolicy(LivenessConfig config) {
    return new PadPolicy(new PadScore(config.padThreshold()));
  }

  @Context
  LivenessPolicy livenessPolicy(LivenessConfig config, PadPolicy pad) {
    return new LivenessPolicy(
        config.mode(),
        new Similarity(config.frameThreshold()),
        config.frames(),
        config.minimumFrames(),
        pad);
  }

  @Context
  ActionPolicy actionPolicy(ActionsConfig config) {
    return new ActionPolicy(
        config.frames(),
        config.up(),
        config.down(),
        config.left(),
        config.right(),
        config.tiltingLeft(),
        config.tiltingRight(),
        config.blink(),
        config.mouth());
  }
}
