package io.faceservice.application.evaluate;

/** What a labelled pair calls one of its images, for instance a file's path; unique in a run. */
public record ImageName(String value) {
  public ImageName {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an image has a name");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
