package io.faceservice.bootstrap.cli.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.faceservice.application.bulk.ImportItem;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.application.bulk.ItemOrigin;
import io.faceservice.bootstrap.cli.bulk.Lines.Broken;
import io.faceservice.bootstrap.cli.bulk.Lines.Line;
import io.faceservice.bootstrap.cli.bulk.Lines.Text;
import io.faceservice.bootstrap.cli.bulk.SteppedItems.End;
import io.faceservice.bootstrap.cli.bulk.SteppedItems.Found;
import io.faceservice.bootstrap.cli.bulk.SteppedItems.PassedOver;
import io.faceservice.bootstrap.cli.bulk.SteppedItems.Step;
import io.faceservice.domain.biometric.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of JSON objects, one face a line; what an export writes is one. */
final class JsonlInput implements ImportInput {
  /** Room for all that a line holds besides its image. */
  private static final int BESIDES_THE_IMAGE = 1 << 20;

  private static final ObjectReader JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path file;
  private final ItemText.Defaults defaults;

  /**
   * @throws InvalidInputException if it does not begin with an object
   */
  JsonlInput(Path file, ItemText.Defaults defaults) {
    this.file = file;
    this.defaults = defaults;
    if (!InputForms.beginsWithObject(file)) {
      throw new InvalidInputException(
          "input", file + " is no JSONL: it does not begin with a JSON object.");
    }
  }

  @Override
  public long count() {
    return Lines.count(file);
  }

  @Override
  public Items items(int maxBytes) {
    long longest = Math.ceilDiv(maxBytes, 3) * 4L + BESIDES_THE_IMAGE;
    var lines = new Lines(file, (int) Math.min(longest, Integer.MAX_VALUE - 8));
    return new SteppedItems(
        new SteppedItems.Steps() {
          @Override
          public Step next() {
            Optional<Line> line = lines.next();
            while (line.isPresent() && line.get() instanceof Text text && text.text().isBlank()) {
              line = lines.next();
            }
            return line.map(one -> step(one, maxBytes)).orElseGet(End::new);
          }

          @Override
          public void close() {
            lines.close();
          }
        });
  }

  private Step step(Line line, int maxBytes) {
    var place = new ItemOrigin.Line(line.number());
    return switch (line) {
      case Broken(var number, var reason, var message) ->
          new Found(ItemText.unreadable(place, reason, message));
      case Text(var number, var text) -> {
        Optional<JsonNode> object = object(text);
        if (object.isEmpty()) {
          yield new Found(
              ItemText.unreadable(place, Reason.BAD_LINE, "The line is no JSON object."));
        }
        JsonNode current = object.get().path("current");
        yield current.isBoolean() && !current.booleanValue()
            ? new PassedOver(1) // of a face's versions, an export marks all but the current one
            : new Found(item(place, object.get(), maxBytes));
      }
    };
  }

  private static Optional<JsonNode> object(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private ImportItem item(ItemOrigin.Place place, JsonNode json, int maxBytes) {
    return new JsonItem(json, file.resolveSibling(""), maxBytes).item(place, defaults);
  }
}
