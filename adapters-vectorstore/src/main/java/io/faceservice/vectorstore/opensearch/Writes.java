package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Does changes in one or two indices at once, each with a stamp, so that the latest change of a
 * document wins wherever the others are on their way.
 */
final class Writes {
  private static final int ATTEMPTS = 10;

  private final Stamps stamps;

  Writes(Stamps stamps) {
    this.stamps = stamps;
  }

  /**
   * Does changes and makes them visible. One that finds a later stamp, of a process whose clock is
   * ahead, is done again with a still later one: its caller came last.
   *
   * @param indices the first is the one searched
   * @return how many documents the first index, or that which took its place, has no more
   */
  int now(Rest rest, List<String> indices, List<? extends Change> changes) {
    int removed = 0;
    List<? extends Change> left = changes;
    for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
      List<Outcome> outcomes =
          send(rest, indices, left, new Sending(stamps.next(), Map.of("refresh", "true")));
      removed += (int) outcomes.stream().filter(Outcome::removed).count();
      outcomes.forEach(outcome -> stamps.follow(outcome.present()));
      left = late(left, outcomes);
    }
    if (!left.isEmpty()) {
      throw OpenSearchFailures.contended();
    }
    return removed;
  }

  /**
   * Does changes with this stamp, without making them visible yet.
   *
   * @return those that found a later stamp and were not done
   */
  List<Change> at(long stamp, Rest rest, List<String> indices, List<? extends Change> changes) {
    List<Outcome> outcomes = send(rest, indices, changes, new Sending(stamp, Map.of()));
    outcomes.forEach(outcome -> stamps.follow(outcome.present()));
    return late(changes, outcomes);
  }

  private static List<Change> late(List<? extends Change> changes, List<Outcome> outcomes) {
    List<Change> late = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      if (outcomes.get(i).late()) {
        late.add(changes.get(i));
      }
    }
    return late;
  }

  private record Sending(long stamp, Map<String, String> parameters) {}

  /**
   * What became of a change in all its indices together.
   *
   * @param present the latest stamp that was found in its way
   */
  private record Outcome(boolean late, long present, boolean removed) {}

  private static List<Outcome> send(
      Rest rest, List<String> indices, List<? extends Change> changes, Sending sending) {
    List<Object> lines = new ArrayList<>();
    for (Change change : changes) {
      indices.forEach(index -> lines.addAll(change.lines(index, sending.stamp())));
    }
    JsonNode items = rest.askInLines("/_bulk", sending.parameters(), lines).require().path("items");
    if (items.size() != changes.size() * indices.size()) {
      throw OpenSearchFailures.unreadable("an item for each change");
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int from = 0; from < items.size(); from += indices.size()) {
      List<BulkItem> ofOne = new ArrayList<>();
      for (int i = from; i < from + indices.size(); i++) {
        ofOne.add(BulkItem.of(items.get(i)));
      }
      outcomes.add(outcome(indices.getFirst(), ofOne));
    }
    return outcomes;
  }

  private static Outcome outcome(String searched, List<BulkItem> items) {
    items.forEach(BulkItem::requireSound);
    List<BulkItem> there = items.stream().filter(item -> !item.hadNoIndex()).toList();
    if (there.isEmpty()) {
      throw OpenSearchFailures.gone(searched);
    }
    return new Outcome(
        there.stream().anyMatch(BulkItem::cameTooLate),
        there.stream().mapToLong(BulkItem::present).max().orElse(0),
        there.getFirst().removedSomething());
  }
}
