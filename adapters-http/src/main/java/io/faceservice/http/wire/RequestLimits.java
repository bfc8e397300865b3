package io.faceservice.http.wire;

/**
 * How much one request may ask for.
 *
 * @param images the most images
 * @param imageBytes the most bytes of an image, decoded from base64
 */
public record RequestLimits(int images, int imageBytes) {}
