package io.faceservice.domain.biometric;

/**
 * Which model pack made a template. Templates of two packs are never compared.
 *
 * @param value pack and version, for instance {@code faceplugin-0.0.1}
 */
public record ModelId(String value) {
  public ModelId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a model pack has a name");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
