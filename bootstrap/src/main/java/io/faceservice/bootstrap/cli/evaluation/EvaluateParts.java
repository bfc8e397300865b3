package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.evaluate.EvaluatePairs;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.domain.compare.VerificationPolicy;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The parts of the service that an evaluation takes; made when the command runs, closed after it.
 *
 * @param policy the configured one, for when no threshold is given
 * @param closing lets go of the models
 */
record EvaluateParts(
    EvaluatePairs evaluation, Supplier<VerificationPolicy> policy, Runnable closing)
    implements AutoCloseable {

  /** Loads the models of the configured pack. */
  static EvaluateParts start(ServiceOptions options) {
    ApplicationContext context = options.start();
    try {
      var evaluation =
          new EvaluatePairs(
              context.getBean(FaceEncoder.class).model(),
              context.getBean(FaceAcquisition.class),
              context.getBean(Workers.class),
              Clock.systemUTC());
      return new EvaluateParts(
          evaluation, () -> context.getBean(VerificationPolicy.class), context::close);
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
