package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;

/**
 * The scores of all genuine or of all impostor trials, in short.
 *
 * @param count how many there are
 * @param median the middle one; of an even number, the mean of the two in the middle
 */
public record ScoreSummary(int count, Similarity min, Similarity median, Similarity max) {}
