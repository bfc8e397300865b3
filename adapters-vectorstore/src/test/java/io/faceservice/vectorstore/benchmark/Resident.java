package io.faceservice.vectorstore.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Resident memory in bytes.
 *
 * @param own of the processes alone
 * @param ofFiles pages of files, which the system could take back
 */
public record Resident(long own, long ofFiles) {

  /** Of a process and all that it has started. */
  public static Resident of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(each -> status(each.pid()))
        .map(status -> new Resident(bytes(status, "RssAnon:"), bytes(status, "RssFile:")))
        .reduce(
            new Resident(0, 0),
            (one, other) -> new Resident(one.own + other.own, one.ofFiles + other.ofFiles));
  }

  private static List<String> status(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status"));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long bytes(List<String> status, String field) {
    return status.stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  @Override
  public String toString() {
    return "%,d + %,d".formatted(own >> 20, ofFiles >> 20);
  }
}
