package io.faceservice.application.port;

/**
 * A face cut out of its picture as one encoder reads it, which alone knows what the values mean.
 * Small where the picture is large. Owned by whoever made it: values are neither copied in nor out.
 */
public final class AlignedFace {
  private final float[] values;

  private AlignedFace(float[] values) {
    this.values = values;
  }

  public static AlignedFace of(float[] values) {
    return new AlignedFace(values);
  }

  /** The values themselves, not a copy. */
  public float[] values() {
    return values;
  }

  @Override
  public String toString() {
    return "AlignedFace[" + values.length + "]";
  }
}
