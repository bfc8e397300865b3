package io.faceservice.bootstrap.config.legacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One key of the first generation's YAML file.
 *
 * @param type what its value may be
 * @param ours which of our keys have its value; empty where nothing of ours reads it
 * @param meaning what its value is called here
 */
record LegacyKey(Type type, List<String> ours, UnaryOperator<Object> meaning) {
  private static final String LIVENESS = "face.policy.liveness.";
  private static final String ACTIONS = "face.policy.actions.";
  private static final String MONGODB = "face.images.mongodb.";
  private static final Map<String, LegacyKey> ALL = all();

  LegacyKey {
    ours = List.copyOf(ours);
  }

  static Optional<LegacyKey> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  private static Map<String, LegacyKey> all() {
    Map<String, LegacyKey> keys = new LinkedHashMap<>();
    policies(keys);
    searchEngine(keys);
    mongodb(keys);
    keys.put("DEBUG", of(Type.SWITCH));
    keys.put("face_anti_spoof_image_size", of(Type.WHOLE));
    for (String name : List.of("api_log_index", "log_config_file", "log_folder")) {
      keys.put(name, of(Type.TEXT));
    }
    keys.put(ServingKeys.HOST, of(Type.TEXT, ServingKeys.TARGET));
    keys.put(ServingKeys.PORT, of(Type.WHOLE, ServingKeys.TARGET));
    keys.put(ServingKeys.TIMEOUT, of(Type.NUMBER, ServingKeys.DEADLINE));
    for (String name : List.of("log_images", "blueprints", "apis")) {
      keys.put(name, of(Type.ANY));
    }
    return keys;
  }

  private static void searchEngine(Map<String, LegacyKey> keys) {
    keys.put(
        "enable_es",
        new LegacyKey(
            Type.SWITCH,
            List.of("face.gallery.adapter"),
            enabled -> Boolean.TRUE.equals(enabled) ? "opensearch" : "embedded"));
    keys.put(
        "es_hosts",
        new LegacyKey(Type.TEXTS, List.of(SearchEngineHosts.KEY), SearchEngineHosts::urls));
    keys.put("face_index", of(Type.TEXT, "face.gallery.opensearch.index"));
  }

  /** The old people stay where they are, and what this version writes goes beside them. */
  private static void mongodb(Map<String, LegacyKey> keys) {
    keys.put("enable_mongo", of(Type.SWITCH, OldMongo.ADAPTER));
    keys.put("mongo_host", of(Type.TEXT, MONGODB + "host"));
    keys.put("mongo_port", of(Type.WHOLE, MONGODB + "port"));
    keys.put("mongo_username", of(Type.TEXT, MONGODB + "username"));
    keys.put("mongo_password", of(Type.TEXT, MONGODB + "password"));
    keys.put("mongo_database", of(Type.TEXT, MONGODB + "database", MONGODB + "legacy.databases"));
    keys.put("mongo_collection", of(Type.TEXT, MONGODB + "legacy.collection"));
  }

  private static void policies(Map<String, LegacyKey> keys) {
    // One threshold served both comparison and search.
    keys.put(
        "similar_thresh_compare",
        of(
            Type.SHARE,
            "face.policy.verification.threshold",
            "face.policy.identification.threshold"));
    keys.put("similar_thresh_liveness", of(Type.SHARE, LIVENESS + "frame-threshold"));
    keys.put("thresh_liveness", of(Type.SHARE, LIVENESS + "frames"));
    keys.put("min_liveness", of(Type.WHOLE, LIVENESS + "minimum-frames"));
    keys.put("face_anti_spoof_threshold", of(Type.SHARE, LIVENESS + "pad-threshold"));
    keys.put("thresh_action", of(Type.WHOLE, ACTIONS + "frames"));
    for (String name :
        List.of("up", "down", "left", "right", "tilting_left", "tilting_right", "blink", "mouth")) {
      keys.put("thresh_" + name, of(Type.NUMBER, ACTIONS + name.replace('_', '-')));
    }
  }

  private static LegacyKey of(Type type, String... ours) {
    return new LegacyKey(type, List.of(ours), UnaryOperator.identity());
  }

  /** What a value may be. */
  enum Type {
    SWITCH("true or false"),
    WHOLE("a whole number, 0 or above"),
    NUMBER("a number"),
    SHARE("a number from 0 to 1"),
    TEXT("text"),
    TEXTS("a text or a list of texts"),
    ANY("anything");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean admits(Object value) {
      return switch (this) {
        case SWITCH -> value instanceof Boolean;
        case WHOLE -> value instanceof Integer i && i >= 0;
        case NUMBER -> value instanceof Number;
        case SHARE -> value instanceof Number n && n.doubleValue() >= 0 && n.doubleValue() <= 1;
        case TEXT -> value instanceof String || value instanceof Number;
        case TEXTS ->
            value instanceof String
                || (value instanceof List<?> l && l.stream().allMatch(v -> v instanceof String));
        case ANY -> true;
      };
    }
  }
}
