package io.faceservice.vectorstore.benchmark;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.vectorstore.embedded.ExactGallery;
import io.faceservice.vectorstore.embedded.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.OptionalInt;

/** The gallery in this process: its memory is what this process has grown by. */
final class EmbeddedEngine implements Engine {
  private final Path directory;
  private final long own;
  private final long ofFiles;

  EmbeddedEngine() throws IOException {
    directory = Files.createTempDirectory("bench-embedded");
    own = Memory.used();
    ofFiles = Resident.of(ProcessHandle.current()).ofFiles();
  }

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public Gallery gallery(ModelId model, int dimension, OptionalInt candidates) {
    return new ExactGallery(directory, model, dimension);
  }

  @Override
  public boolean hasGraph() {
    return false;
  }

  @Override
  public Resident memory() throws IOException {
    long now = Resident.of(ProcessHandle.current()).ofFiles();
    return new Resident(Memory.used() - own, Math.max(0, now - ofFiles));
  }

  @Override
  public void close() {
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
