package io.faceservice.bootstrap.cli.bulk;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.bootstrap.cli.bulk.Lines.Broken;
import io.faceservice.bootstrap.cli.bulk.Lines.Line;
import io.faceservice.bootstrap.cli.bulk.Lines.Text;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a CSV file as RFC 4180 has them, quoted line breaks included. A row that is none
 * costs its own first line alone: an open quote does not swallow what follows.
 */
final class CsvRows implements AutoCloseable {
  /** The most lines that a row may have. */
  private static final int MOST_LINES = 16;

  private static final CsvMapper MAPPER = new CsvMapper();

  private final Lines lines;
  private final int columns;
  private final ObjectReader reader;
  private final Deque<Line> ahead = new ArrayDeque<>();

  /** A row of the file, with the number of its first line. */
  sealed interface Row {
    long line();
  }

  /** One that can be read. */
  record Cells(long line, List<String> values) implements Row {}

  /** One that cannot. */
  record BadRow(long line, Reason reason, String message) implements Row {}

  /**
   * @param columns the most that a row may have
   */
  CsvRows(Lines lines, char separator, int columns) {
    this.lines = lines;
    this.columns = columns;
    this.reader = reader(separator);
  }

  /** The cells of a text that is one row, or empty if it is none. */
  static Optional<List<String>> cells(String text, char separator) {
    return parse(reader(separator), text);
  }

  /** The next row that is not blank, or empty at the end. */
  Optional<Row> next() {
    for (Optional<Line> line = take(); line.isPresent(); line = take()) {
      switch (line.get()) {
        case Broken broken -> {
          return Optional.of(new BadRow(broken.number(), broken.reason(), broken.message()));
        }
        case Text text when text.text().isBlank() -> {}
        case Text text -> {
          return Optional.of(row(text));
        }
      }
    }
    return Optional.empty();
  }

  private Row row(Text first) {
    Optional<List<String>> alone = parse(reader, first.text());
    if (alone.isPresent() && alone.get().size() > columns) {
      return new BadRow(
          first.number(),
          Reason.BAD_LINE,
          "The line has %d columns, the header %d.".formatted(alone.get().size(), columns));
    }
    return alone.<Row>map(cells -> new Cells(first.number(), cells)).orElseGet(() -> joined(first));
  }

  /** A row of several lines; if there is no such row, they are given back. */
  private Row joined(Text first) {
    List<Line> read = new ArrayList<>();
    var text = new StringBuilder(first.text());
    while (read.size() < MOST_LINES - 1) {
      Optional<Line> line = take();
      line.ifPresent(read::add);
      if (line.isEmpty() || !(line.get() instanceof Text more)) {
        break;
      }
      text.append('\n').append(more.text());
      Optional<List<String>> cells = parse(reader, text.toString());
      if (cells.isPresent() && cells.get().size() == columns) {
        return new Cells(first.number(), cells.get());
      }
    }
    read.reversed().forEach(ahead::addFirst);
    return new BadRow(first.number(), Reason.BAD_LINE, "The line's quotes are not in order.");
  }

  private Optional<Line> take() {
    return ahead.isEmpty() ? lines.next() : Optional.of(ahead.removeFirst());
  }

  private static Optional<List<String>> parse(ObjectReader reader, String text) {
    try (MappingIterator<String[]> rows = reader.readValues(text)) {
      List<String> cells = List.of(rows.nextValue());
      return rows.hasNextValue() ? Optional.empty() : Optional.of(cells);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static ObjectReader reader(char separator) {
    return MAPPER
        .readerFor(String[].class)
        .with(CsvParser.Feature.WRAP_AS_ARRAY)
        .with(CsvSchema.emptySchema().withColumnSeparator(separator));
  }

  @Override
  public void close() {
    lines.close();
  }
}
