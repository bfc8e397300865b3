package io.faceservice.application.evaluate;

/**
 * An image that gave no template.
 *
 * @param reason one sentence for people
 */
public record FailureToAcquire(ImageName image, String reason) {}
