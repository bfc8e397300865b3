package io.faceservice.application.restore;

/** Why a face of the record is not searchable after a restore. */
public enum NotRestored {
  /** Only other model packs made templates of it; they are never compared with this one's. */
  OTHER_PACK("made by another model pack"),
  /** Its image is not kept. */
  NO_IMAGE("no image kept"),
  /** Its image cannot be decoded. */
  UNREADABLE_IMAGE("image cannot be decoded"),
  /** This pack finds no face in its image. */
  NO_FACE("no face found");

  private final String words;

  NotRestored(String words) {
    this.words = words;
  }

  /** The reason in a few words. */
  public String words() {
    return words;
  }
}
