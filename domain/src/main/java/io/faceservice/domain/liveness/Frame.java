package io.faceservice.domain.liveness;

import io.faceservice.domain.compare.Similarity;

/**
 * What is known of one liveness frame.
 *
 * @param similarity to the reference
 * @param padScore of the frame's chosen face
 * @param fingerprint of the whole frame, which tells copies apart from further pictures
 */
public record Frame(Similarity similarity, PadScore padScore, FrameFingerprint fingerprint) {}
