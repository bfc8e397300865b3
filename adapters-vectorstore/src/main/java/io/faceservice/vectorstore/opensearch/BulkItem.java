package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of one line of a bulk request. */
record BulkItem(JsonNode result) {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final int LEAST_ERROR = 400;
  private static final Pattern PRESENT = Pattern.compile("current version \\[(\\d{1,18})]");

  /** The only member of the object says which operation it was. */
  static BulkItem of(JsonNode item) {
    return new BulkItem(item.elements().next());
  }

  /** Whether a later write of the same document was there already. */
  boolean cameTooLate() {
    return result.path("status").asInt() == CONFLICT;
  }

  /** The stamp of that later write. */
  long present() {
    Matcher matcher = PRESENT.matcher(result.path("error").path("reason").asText());
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /** Whether the index was not there, or no longer. */
  boolean hadNoIndex() {
    return result.path("error").path("type").asText().equals("index_not_found_exception");
  }

  boolean removedSomething() {
    return result.path("result").asText().equals("deleted");
  }

  /** Fails unless it was done, found nothing to do, or is one of the cases above. */
  void requireSound() {
    int status = result.path("status").asInt();
    boolean foundNothing = status == NOT_FOUND && !result.has("error");
    if (status >= LEAST_ERROR && !foundNothing && !cameTooLate() && !hadNoIndex()) {
      throw OpenSearchFailures.refused(status, result.path("error").path("type").asText());
    }
  }
}
