package io.faceservice.application.evaluate;

import io.faceservice.domain.evaluation.CrossValidation;
import io.faceservice.domain.evaluation.VerificationTrials;
import java.util.Optional;

/**
 * How comparing the pairs went.
 *
 * @param pairs how many were asked for
 * @param compared how many were compared; the others lack a template
 * @param trials the error rates; empty unless a genuine and an impostor pair were compared
 * @param crossValidation accuracy by folds; empty unless every fold holds compared pairs of both
 *     kinds
 */
public record ComparisonFigures(
    int pairs,
    int compared,
    Optional<VerificationTrials> trials,
    Optional<CrossValidation> crossValidation) {}
