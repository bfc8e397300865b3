package io.faceservice.bootstrap.fault;

import static io.faceservice.bootstrap.process.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Looks at all answers of a service whose dependency may be down: each is a success or an orderly
 * refusal, and none takes too long. Safe for use by many threads.
 */
final class Answers {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final String refusal;
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final AtomicLong longestNanos = new AtomicLong();

  /**
   * @param dependency what may be down, in the words of refusals
   */
  Answers(String dependency) {
    this.refusal = "{\"status\":\"ERROR\",\"msg\":\"%s is unavailable\"".formatted(dependency);
  }

  /** Asks; empty if it was refused. */
  Optional<JsonNode> of(Supplier<HttpResponse<String>> request) {
    long from = System.nanoTime();
    HttpResponse<String> answer = request.get();
    longestNanos.accumulateAndGet(System.nanoTime() - from, Math::max);
    if (answer.statusCode() == OK) {
      return Optional.of(json(answer));
    }
    if (!isOrderly(answer)) {
      fault(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
    }
    return Optional.empty();
  }

  private boolean isOrderly(HttpResponse<String> answer) {
    return answer.statusCode() == UNAVAILABLE
        && answer.headers().firstValueAsLong("retry-after").orElse(0) > 0
        && answer.body().startsWith(refusal);
  }

  /** Notes what no service may do. */
  void fault(String what) {
    wrong.add(what);
  }

  List<String> wrong() {
    return wrong;
  }

  Duration longest() {
    return Duration.ofNanos(longestNanos.get());
  }
}
