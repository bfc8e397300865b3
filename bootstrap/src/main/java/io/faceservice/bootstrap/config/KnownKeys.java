package io.faceservice.bootstrap.config;

import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which keys below {@code face} there are: those of application.yml, which holds all of them. */
public final class KnownKeys {
  private static final String OURS = "face.";

  private final Set<String> known = new TreeSet<>();

  /**
   * @param loader finds application.yml
   */
  public KnownKeys(ResourceLoader loader) {
    PropertySource defaults =
        new YamlPropertySourceLoader()
            .load("application", loader)
            .orElseThrow(() -> new IllegalStateException("the program lacks its application.yml"));
    defaults.forEach(known::add);
  }

  /** The keys below {@code face} that nobody reads, each with what it may have meant. */
  public List<String> unknownIn(PropertySource source) {
    List<String> unknown = new ArrayList<>();
    for (String key : source) {
      if (key.startsWith(OURS) && !known.contains(key)) {
        unknown.add("%s is no key of Face Service; did you mean %s?".formatted(key, nearest(key)));
      }
    }
    return unknown;
  }

  private String nearest(String key) {
    return known.stream()
        .filter(k -> k.startsWith(OURS))
        .min(Comparator.comparingInt(k -> distance(k, key)))
        .orElse(OURS);
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
