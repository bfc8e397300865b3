package io.faceservice.bootstrap.config.legacy;

import java.util.Map;

/** What the first generation's MongoDB keys choose, beyond what each says for itself. */
final class OldMongo {
  static final String ADAPTER = "face.images.adapter";

  private static final String HOST = "face.images.mongodb.host";
  private static final String URI = "face.images.mongodb.uri";
  private static final String SCHEME = "mongodb";

  private OldMongo() {}

  /**
   * Says the choice of the store in our words: it was MongoDB unless switched off. A host may be a
   * whole connection string, as it could be there.
   */
  static void choose(Map<String, Object> properties) {
    Object host = properties.get(HOST);
    Object enabled = properties.get(ADAPTER);
    if (enabled != null || host != null) {
      properties.put(ADAPTER, Boolean.FALSE.equals(enabled) ? "embedded" : "mongodb");
    }
    if (host instanceof String text && text.startsWith(SCHEME)) {
      properties.remove(HOST);
      properties.put(URI, text);
    }
  }
}
