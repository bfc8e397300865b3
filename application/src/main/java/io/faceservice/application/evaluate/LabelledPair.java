package io.faceservice.application.evaluate;

import java.util.OptionalInt;

/**
 * Two images, and whether they show one person.
 *
 * @param fold the fold of the cross-validation that the pair belongs to, where the file says so
 */
public record LabelledPair(
    ImageName probe, ImageName reference, boolean genuine, OptionalInt fold) {}
