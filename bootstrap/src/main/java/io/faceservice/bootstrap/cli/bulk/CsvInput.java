package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImportItem;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.application.bulk.ItemOrigin;
import io.faceservice.bootstrap.cli.bulk.Lines.Text;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ReferenceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A CSV file with a row of column names, one face a row. */
final class CsvInput implements ImportInput {
  /** The most bytes of a line: names and a path. */
  private static final int MAX_LINE = 1 << 20;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private final Path file;
  private final Columns columns;
  private final ItemText.Defaults defaults;
  private final char separator;
  private final List<String> header;

  /** What the two columns are called that every row needs. */
  record Columns(String subject, String image) {}

  /**
   * Reads the column names; commas, semicolons or tabs part them.
   *
   * @throws InvalidInputException if there are none that could be meant
   */
  CsvInput(Path file, Columns columns, ItemText.Defaults defaults) {
    this.file = file;
    this.columns = columns;
    this.defaults = defaults;
    String first = firstLine();
    this.separator =
        SEPARATORS.stream().filter(one -> isHeader(names(first, one))).findFirst().orElse(',');
    this.header = names(first, separator);
    Stream.of(columns.subject(), columns.image())
        .filter(name -> !header.contains(name))
        .findFirst()
        .ifPresent(
            missing -> {
              throw wrong(
                  "has no column %s in its first line; it has: %s. Name columns with --id-column and --image-column"
                      .formatted(missing, String.join(", ", header)));
            });
  }

  private String firstLine() {
    try (Lines lines = new Lines(file, MAX_LINE)) {
      return switch (lines.next().orElseThrow(() -> wrong("is empty"))) {
        case Text(var number, var text) -> text;
        case Lines.Broken broken -> throw wrong("is no CSV: its first line is no text");
      };
    }
  }

  private static List<String> names(String line, char separator) {
    return CsvRows.cells(line, separator).orElse(List.of(line)).stream()
        .map(String::strip)
        .toList();
  }

  private boolean isHeader(List<String> names) {
    return names.contains(columns.subject()) && names.contains(columns.image());
  }

  private InvalidInputException wrong(String problem) {
    return new InvalidInputException("input", file + " " + problem + ".");
  }

  /** All lines but the header; one without a line break at its end is not counted. */
  @Override
  public long count() {
    return Math.max(0, Lines.count(file) - 1);
  }

  @Override
  public Items items(int maxBytes) {
    var rows = new CsvRows(new Lines(file, MAX_LINE), separator, header.size());
    rows.next();
    return SteppedItems.of(() -> rows.next().map(row -> item(row, maxBytes)), rows::close);
  }

  private ImportItem item(CsvRows.Row row, int maxBytes) {
    var place = new ItemOrigin.Line(row.line());
    return switch (row) {
      case CsvRows.BadRow bad -> ItemText.unreadable(place, bad.reason(), bad.message());
      case CsvRows.Cells cells -> {
        var text =
            new ItemText(
                place,
                cell(cells, columns.subject()).orElse(""),
                cell(cells, "source").orElse(defaults.source().value()),
                cell(cells, "face_id").orElse(ReferenceId.PRIMARY.value()),
                cell(cells, "created_at").orElse(defaults.createdAt().value()));
        Path folder = file.resolveSibling("");
        yield cell(cells, columns.image())
            .map(path -> text.withImage(new FileImage(folder, path, maxBytes)))
            .orElseGet(
                () -> text.rejected(Reason.MISSING_IMAGE_FILE, "The line names no image file."));
      }
    };
  }

  /** What a row has in a column, or empty where that is nothing. */
  private Optional<String> cell(CsvRows.Cells cells, String column) {
    int index = header.indexOf(column);
    return index < 0 || index >= cells.values().size()
        ? Optional.empty()
        : Optional.of(cells.values().get(index)).filter(value -> !value.isEmpty());
  }
}
