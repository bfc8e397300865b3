package io.faceservice.http.v1;

/**
 * The paths of this API. A name in a path is any text, percent-encoded; what the framework reads
 * between two slashes is only matched, and read again by {@link ResourcePath}.
 */
final class Routes {
  static final String SOURCES = "/api/v1/sources";
  static final String PEOPLE = SOURCES + "/{source:[^/]+}/people";
  static final String PERSON = PEOPLE + "/{id:[^/]+}";
  static final String FACES = PERSON + "/faces";
  static final String FACE = FACES + "/{face:[^/]+}";
  static final String IMAGE = FACE + "/versions/{version:[^/]+}/image";

  private Routes() {}
}
