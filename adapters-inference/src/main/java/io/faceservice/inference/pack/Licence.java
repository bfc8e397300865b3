package io.faceservice.inference.pack;

/**
 * What the papers of a pack's weights say.
 *
 * @param declared the licence their owner declares
 * @param trainingData what is known of the data they were trained on
 * @param note what an operator must know before using them, and where the owner publishes them
 */
public record Licence(String declared, String trainingData, String note) {}
