package io.faceservice.bootstrap.cli.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faceservice.application.port.ImageStore;
import io.faceservice.bootstrap.cli.stores.Speech;
import io.faceservice.bootstrap.lifecycle.EnrolledFaces;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The service without its server, with the real models, and the two commands run inside it. */
final class BulkCommands implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final ApplicationContext context;
  final ImageStore store;

  private BulkCommands(ApplicationContext context) {
    this.context = context;
    this.store = context.getBean(ImageStore.class);
  }

  static BulkCommands open(Path data) {
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .properties(Map.of("face.data", data.toString()))
            .start();
    context.getBean(EnrolledFaces.class).open();
    return new BulkCommands(context);
  }

  /** What a command said, and its exit code. */
  record Said(int code, String out, String err) {

    /** The number behind a word of the summary. */
    long count(String word) {
      return out.lines()
          .filter(line -> line.startsWith(word))
          .map(line -> line.substring(word.length()).strip())
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElseThrow(() -> new AssertionError(word + " is not in " + out));
    }

    List<JsonNode> json() {
      return out.lines().map(Said::json).toList();
    }

    static JsonNode json(String line) {
      try {
        return JSON.readTree(line);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Said importing(String... arguments) {
    var command = new ImportCommand();
    new CommandLine(command).parseArgs(arguments);
    return said((out, err) -> command.run(context, new Speech(out, err, false)));
  }

  Said exporting(String... arguments) {
    var command = new ExportCommand();
    new CommandLine(command).parseArgs(arguments);
    return said((out, err) -> command.run(context, new Speech(out, err, false)));
  }

  /** How many versions there are of a person's first face. */
  int versions(String source, String subject) {
    return store.versions(subject(source, subject).reference(ReferenceId.PRIMARY)).size();
  }

  static SubjectKey subject(String source, String subject) {
    return new SubjectKey(new Source(source), new SubjectId(subject));
  }

  private interface Run {
    int with(PrintWriter out, PrintWriter err);
  }

  private static Said said(Run run) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = run.with(new PrintWriter(out), new PrintWriter(err));
    return new Said(code, out.toString(), err.toString());
  }

  @Override
  public void close() {
    context.close();
  }
}
