package io.faceservice.http.compat;

/** What the contract says of missing fields. */
final class Hints {
  static final String MISSING = "Missing required parameter in the JSON body";
  static final String INPUT_IMAGE = "Input image: " + MISSING;
  static final String IMAGE =
      "Required image: base64 of image (Missing required parameter in the JSON body)";
  static final String FLAG =
      "Required variable: true/false (Missing required parameter in the JSON body)";

  private Hints() {}
}
