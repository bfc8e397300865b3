package io.faceservice.application.evaluate;

import io.faceservice.domain.biometric.ModelId;

/** What an evaluation found out about a model pack. */
public record EvaluationReport(
    ModelId model, AcquisitionFigures acquisition, ComparisonFigures comparison) {}
