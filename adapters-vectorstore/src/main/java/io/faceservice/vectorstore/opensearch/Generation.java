package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of a gallery's indices.
 *
 * @param packing whose templates it holds, in words
 * @param whole whether everything in the system of record is in it
 */
record Generation(String index, int number, Set<String> aliases, String packing, boolean whole) {
  Generation {
    aliases = Set.copyOf(aliases);
  }

  static Generation of(String index, int number, JsonNode description) {
    JsonNode note = Packing.noted(description);
    if (!note.isObject()) {
      throw OpenSearchFailures.strange(index, "it was not made by this service");
    }
    Set<String> aliases = new TreeSet<>();
    description.path("aliases").fieldNames().forEachRemaining(aliases::add);
    String packing =
        "%s (%d values)".formatted(note.path("model").asText(), note.path("dimension").asInt());
    return new Generation(index, number, aliases, packing, note.path("whole").asBoolean());
  }

  boolean isLive(Names names) {
    return aliases.stream().anyMatch(names::isLive);
  }
}
