package io.faceservice.imagestore.mongodb;

import static java.util.stream.Stream.concat;

import java.util.List;

/**
 * What a subject's document no longer refers to and is still to be deleted.
 *
 * @param uploads of evidence
 * @param places of faces
 * @param documents of the first generation
 */
record Debris(List<String> uploads, List<Long> places, List<OldPlace> documents) {
  static final Debris NONE = new Debris(List.of(), List.of(), List.of());

  Debris {
    uploads = List.copyOf(uploads);
    places = List.copyOf(places);
    documents = List.copyOf(documents);
  }

  Debris and(Debris more) {
    return new Debris(
        concat(uploads.stream(), more.uploads.stream()).distinct().toList(),
        concat(places.stream(), more.places.stream()).distinct().toList(),
        concat(documents.stream(), more.documents.stream()).distinct().toList());
  }

  static Debris ofUploads(List<String> uploads) {
    return new Debris(uploads, List.of(), List.of());
  }
}
