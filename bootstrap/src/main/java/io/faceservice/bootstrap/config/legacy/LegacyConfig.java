package io.faceservice.bootstrap.config.legacy;

import io.faceservice.bootstrap.config.StartException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a configuration of the service's first generation means in our keys.
 *
 * @param properties our keys and values
 * @param warnings one sentence for each old key that changes nothing here
 */
public record LegacyConfig(Map<String, Object> properties, List<String> warnings) {
  public LegacyConfig {
    properties = Map.copyOf(properties);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads an old file as it is.
   *
   * @throws StartException if it cannot be read, or a value has the wrong type: the key is named
   */
  public static LegacyConfig read(Path file) {
    Object document;
    try (Reader reader = Files.newBufferedReader(file)) {
      document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    } catch (IOException e) {
      throw new StartException("The old configuration file " + file + " cannot be read", e);
    } catch (YAMLException e) {
      throw new StartException(file + " is not valid YAML: " + e.getMessage(), e);
    }
    return switch (document) {
      case null -> new LegacyConfig(Map.of(), List.of());
      case Map<?, ?> keys -> translate(file.toString(), keys);
      default -> throw new StartException(file + " is no YAML file of keys and values");
    };
  }

  /** What the old names of environment variables say; they count more than the file. */
  public static LegacyConfig ofEnvironment(Map<String, String> environment) {
    Map<String, Object> properties = new LinkedHashMap<>();
    String threshold = environment.get("LIVENESS_RECOGNIZE_THRESHOLD");
    if (threshold != null) {
      properties.put(
          "face.policy.liveness.frame-threshold", share("LIVENESS_RECOGNIZE_THRESHOLD", threshold));
    }
    searchEngine(properties, environment);
    for (String name : List.of("MONGO_USERNAME", "MONGO_PASSWORD")) {
      String value = environment.get(name);
      if (value != null) {
        properties.put("face.images.mongodb." + name.substring(6).toLowerCase(Locale.ROOT), value);
      }
    }
    return new LegacyConfig(properties, List.of());
  }

  private static void searchEngine(
      Map<String, Object> properties, Map<String, String> environment) {
    Map<String, String> ours =
        Map.of(
            "ELASTIC_SEARCH_HOST", SearchEngineHosts.KEY,
            "ELASTIC_SEARCH_USERNAME", "face.gallery.opensearch.username",
            "ELASTIC_SEARCH_PASSWORD", "face.gallery.opensearch.password");
    ours.forEach(
        (theirs, key) -> {
          String value = environment.get(theirs);
          if (value != null) {
            properties.put(
                key, key.equals(SearchEngineHosts.KEY) ? SearchEngineHosts.urls(value) : value);
          }
        });
  }

  private static double share(String name, String value) {
    try {
      double share = Double.parseDouble(value.strip());
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw new StartException(name + " is a number from 0 to 1, not " + value, e);
    }
    throw new StartException(name + " is a number from 0 to 1, not " + value);
  }

  private static LegacyConfig translate(String origin, Map<?, ?> keys) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    keys.forEach(
        (name, value) -> {
          String key = String.valueOf(name);
          Optional<LegacyKey> known = LegacyKey.named(key);
          if (known.isEmpty()) {
            warnings.add(origin + ": " + key + " is no key of the old configuration; ignored.");
          } else if (value != null) {
            check(origin + ": " + key, known.get(), value);
            known
                .get()
                .ours()
                .forEach(ours -> properties.put(ours, known.get().meaning().apply(value)));
            if (known.get().ours().isEmpty()) {
              warnings.add(origin + ": " + key + " changes nothing in this version.");
            }
          }
        });
    ServingKeys.translate(keys, properties, warnings);
    ServingKeys.translateTimeout(keys, properties);
    OldMongo.choose(properties);
    return new LegacyConfig(properties, warnings);
  }

  private static void check(String where, LegacyKey key, Object value) {
    if (!key.type().admits(value)) {
      throw new StartException("%s is %s, not %s".formatted(where, key.type().words(), value));
    }
  }
}
