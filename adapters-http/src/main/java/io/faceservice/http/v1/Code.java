package io.faceservice.http.v1;

import io.micronaut.http.HttpStatus;

/** The kinds of problem there are; a code, once given, keeps its meaning. */
enum Code {
  INVALID_INPUT("invalid_input", HttpStatus.BAD_REQUEST, "The request is not valid."),
  MALFORMED("malformed_request", HttpStatus.BAD_REQUEST, "The request cannot be understood."),
  UNREADABLE_IMAGE("unreadable_image", HttpStatus.BAD_REQUEST, "The image cannot be read."),
  SOURCE_NOT_FOUND("source_not_found", HttpStatus.NOT_FOUND, "Nobody is enrolled in this source."),
  PERSON_NOT_FOUND("person_not_found", HttpStatus.NOT_FOUND, "This person is not enrolled."),
  FACE_NOT_FOUND("face_not_found", HttpStatus.NOT_FOUND, "This face is not enrolled."),
  VERSION_NOT_FOUND("version_not_found", HttpStatus.NOT_FOUND, "This version is not kept."),
  NOT_FOUND("not_found", HttpStatus.NOT_FOUND, "There is nothing at this URL."),
  METHOD("method_not_allowed", HttpStatus.METHOD_NOT_ALLOWED, "This URL has no such method."),
  TOO_MANY_FACES("too_many_faces", HttpStatus.CONFLICT, "This person has no room for a face."),
  TOO_LARGE("too_large", HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large."),
  NO_FACE("no_face", HttpStatus.UNPROCESSABLE_ENTITY, "There is no face in the image."),
  NOT_LIVE("not_live", HttpStatus.UNPROCESSABLE_ENTITY, "The images do not show a live person."),
  TOO_MANY("too_many_requests", HttpStatus.TOO_MANY_REQUESTS, "Too many requests at once."),
  REFUSED("refused", HttpStatus.BAD_REQUEST, "The server does not accept the request."),
  UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "A back end is unavailable."),
  TIMEOUT("timeout", HttpStatus.GATEWAY_TIMEOUT, "A back end did not answer in time."),
  BACKEND("backend_failed", HttpStatus.BAD_GATEWAY, "A back end failed."),
  INTERNAL("internal_error", HttpStatus.INTERNAL_SERVER_ERROR, "The server failed.");

  private final String word;
  private final HttpStatus status;
  private final String title;

  Code(String word, HttpStatus status, String title) {
    this.word = word;
    this.status = status;
    this.title = title;
  }

  String word() {
    return word;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }
}
