package io.faceservice.domain.liveness;

/** What a capture subject can be commanded to do before the camera. */
public enum HeadAction {
  HEAD_UP,
  HEAD_DOWN,
  HEAD_LEFT,
  HEAD_RIGHT,
  HEAD_TILTING_LEFT,
  HEAD_TILTING_RIGHT,
  EYE_BLINK,
  MOUTH_OPEN
}
