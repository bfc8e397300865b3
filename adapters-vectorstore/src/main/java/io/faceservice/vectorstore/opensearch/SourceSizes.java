package io.faceservice.vectorstore.opensearch;

import io.faceservice.domain.biometric.Source;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many faces sources have, roughly: asked anew every few seconds, since only the choice between
 * two ways of searching hangs on it.
 */
final class SourceSizes {
  private static final long FRESH = Duration.ofSeconds(10).toNanos();

  private final Map<Source, Counted> known = new ConcurrentHashMap<>();

  private record Counted(long faces, long at) {}

  void forget(Source source) {
    known.remove(source);
  }

  long of(Rest rest, String alias, Source source) {
    Counted counted = known.get(source);
    if (counted != null && System.nanoTime() - counted.at() < FRESH) {
      return counted.faces();
    }
    long at = System.nanoTime();
    long faces =
        rest.ask("POST", "/" + alias + "/_count", Map.of(), Map.of("query", Search.of(source)))
            .require()
            .path("count")
            .asLong();
    known.put(source, new Counted(faces, at));
    return faces;
  }
}
