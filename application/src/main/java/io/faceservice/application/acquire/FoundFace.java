package io.faceservice.application.acquire;

import io.faceservice.application.port.AlignedFace;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;

/**
 * The face that a picture speaks for, before its template is made.
 *
 * @param pixels the decoded image
 * @param faces how many faces were found, 1 or more
 */
public record FoundFace(
    Pixels pixels, DetectedFace face, int faces, FacialLandmarks landmarks, AlignedFace aligned) {}
