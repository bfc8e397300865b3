package io.faceservice.application.evaluate;

/** Is told how far a run has come: once an image, one call at a time, in ascending order. */
@FunctionalInterface
public interface Progress {

  /** So many of all images were tried. */
  void tried(int images, int all);
}
