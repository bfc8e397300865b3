package io.faceservice.inference.decode;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Point;
import java.util.List;

/**
 * A face as a detector sees it, before it is mapped back to the picture: all in fractions of the
 * input, (0, 0) its top left and (1, 1) its bottom right corner.
 *
 * @param keypoints left eye, right eye, nose, left and right mouth corner; or empty
 */
public record RawFace(Box box, double confidence, List<Point> keypoints) {}
