package io.faceservice.bootstrap.cli.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceservice.application.bulk.ImportOutcome.Rejected;
import io.faceservice.application.bulk.ItemOrigin;
import io.faceservice.bootstrap.config.StartException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The items of an import that were rejected, a JSON object a line; no image is among them. */
final class RejectsFile implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final BufferedWriter out;

  /**
   * Begins the file anew.
   *
   * @throws StartException if that cannot be done
   */
  RejectsFile(Path file) {
    this.file = file;
    try {
      this.out = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Adds an item at once, so that it is there whatever comes next. */
  void add(ItemOrigin origin, Rejected rejected) {
    ObjectNode json = JSON.createObjectNode();
    switch (origin.place()) {
      case ItemOrigin.Line(var number) -> json.put("line", number);
      case ItemOrigin.ImageFile(var path) -> json.put("file", path);
    }
    if (!origin.subject().isEmpty()) {
      json.put("people_id", origin.subject());
    }
    if (!origin.source().isEmpty()) {
      json.put("source", origin.source());
    }
    json.put("reason", Reasons.code(rejected.reason())).put("message", rejected.message());
    try {
      out.write(JSON.writeValueAsString(json) + "\n");
      out.flush();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private StartException unwritable(IOException e) {
    return new StartException("The rejects file " + file + " cannot be written", e);
  }
}
