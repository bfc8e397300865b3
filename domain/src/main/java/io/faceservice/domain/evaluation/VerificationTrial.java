package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;

/**
 * One completed 1:1 comparison whose truth is known.
 *
 * @param genuine whether both images show one person; otherwise the trial is an impostor's
 */
public record VerificationTrial(Similarity similarity, boolean genuine) {}
