package io.faceservice.application.port;

import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Source;

/** Somebody to be looked for, and where. */
public record GalleryProbe(Source source, FaceTemplate template) {}
