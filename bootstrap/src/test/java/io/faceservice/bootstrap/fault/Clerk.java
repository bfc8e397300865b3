package io.faceservice.bootstrap.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.bootstrap.process.Caller;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Registers and removes people of a source of its own, in turn, searches after each change, and
 * keeps book of what was acknowledged. For one thread; what it counts, others may read.
 */
final class Clerk {
  private static final List<String> PEOPLE = List.of("p0", "p1", "p2", "p3");

  private final Caller caller;
  private final Answers answers;
  private final String source;
  private final String photo;
  private final Map<String, State> book = new HashMap<>();
  private final AtomicInteger searches = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private int steps;

  /** What the last acknowledged change of a person says; a refused one leaves it open. */
  private enum State {
    ENROLLED,
    REMOVED,
    UNKNOWN
  }

  /**
   * @param source nobody else's
   * @param photo of everybody in it
   */
  Clerk(Caller caller, Answers answers, String source, String photo) {
    this.caller = caller;
    this.answers = answers;
    this.source = source;
    this.photo = photo;
  }

  /** How many searches were answered. */
  int searches() {
    return searches.get();
  }

  /** How many requests were refused. */
  int refusals() {
    return refusals.get();
  }

  /** One change of one person, and a look at all; the service lives all the while. */
  void step() {
    int number = steps % PEOPLE.size();
    int round = steps / PEOPLE.size();
    String person = PEOPLE.get(number);
    steps++;
    if ((number + round) % 2 == 0) {
      enrol(person);
    } else {
      remove(person);
    }
    search();
    verify(person);
    ask(() -> caller.get("/health/live"));
  }

  /** Holds everybody to the book; returns whether all was answered. */
  boolean audit() {
    return search() && PEOPLE.stream().allMatch(this::verify);
  }

  private void enrol(String person) {
    book.put(person, State.UNKNOWN);
    ask(() -> caller.enrol(source, person, photo))
        .ifPresent(answer -> book.put(person, State.ENROLLED));
  }

  private void remove(String person) {
    State before = book.getOrDefault(person, State.UNKNOWN);
    book.put(person, State.UNKNOWN);
    ask(() -> caller.remove(source, person))
        .ifPresent(answer -> book.put(person, removed(person, before, answer)));
  }

  /** Who is not there was not removed now; that acknowledges nothing. */
  private State removed(String person, State before, JsonNode answer) {
    if (answer.path("status").asText().equals("SUCCESS")) {
      return State.REMOVED;
    }
    if (before == State.ENROLLED) {
      answers.fault("%s of %s was enrolled, and is not there".formatted(person, source));
    }
    return before;
  }

  /** Holds what a search finds to the book; returns whether there was an answer. */
  private boolean search() {
    Optional<JsonNode> answer = ask(() -> caller.search(source, photo));
    answer.ifPresent(
        found -> {
          List<String> people = found.path("data").findValuesAsText("people_id");
          book.forEach((person, state) -> compare(person, state, people.contains(person)));
          searches.incrementAndGet();
        });
    return answer.isPresent();
  }

  /** The same of what the record says. */
  private boolean verify(String person) {
    Optional<JsonNode> answer = ask(() -> caller.verify(source, person, photo));
    answer.ifPresent(
        found ->
            compare(
                person,
                book.getOrDefault(person, State.UNKNOWN),
                !found.path("status").asText().equals("PEOPLE_NOT_FOUND_ERROR")));
    return answer.isPresent();
  }

  private void compare(String person, State state, boolean found) {
    boolean agrees =
        switch (state) {
          case ENROLLED -> found;
          case REMOVED -> !found;
          case UNKNOWN -> true;
        };
    if (!agrees) {
      answers.fault(
          "%s of %s was %s, and %s found"
              .formatted(person, source, state, found ? "is" : "is not"));
    }
  }

  private Optional<JsonNode> ask(Supplier<HttpResponse<String>> request) {
    Optional<JsonNode> answer = answers.of(request);
    if (answer.isEmpty()) {
      refusals.incrementAndGet();
    }
    return answer;
  }
}
