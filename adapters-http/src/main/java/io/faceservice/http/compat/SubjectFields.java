package io.faceservice.http.compat;

import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.http.wire.JsonFields;

/**
 * How the contract names a person: {@code people_id}, and {@code source} where it is not default.
 */
final class SubjectFields {
  static final String ID = "people_id";

  private SubjectFields() {}

  /** The person a body names; {@code people_id} has been required. */
  static SubjectKey subject(JsonFields fields) {
    return new SubjectKey(source(fields), new SubjectId(fields.requiredText(ID)));
  }

  static Source source(JsonFields fields) {
    return fields.text("source").map(Source::new).orElse(Source.DEFAULT);
  }
}
