package io.faceservice.domain.biometric;

/** An embedding with the model pack that made it. */
public record FaceTemplate(ModelId model, Embedding embedding) {

  /**
   * Cosine of the angle to another template, −1 to 1.
   *
   * @throws IllegalArgumentException if the other was made by another model pack
   */
  public double cosine(FaceTemplate other) {
    if (!model.equals(other.model)) {
      throw new IllegalArgumentException(
          "templates of %s and %s do not compare".formatted(model, other.model));
    }
    return embedding.cosine(other.embedding);
  }
}
