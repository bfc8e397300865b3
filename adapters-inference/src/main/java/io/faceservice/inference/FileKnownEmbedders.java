package io.faceservice.inference;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.ModelId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One small file an embedder, beside the faces that were enrolled with it. */
public final class FileKnownEmbedders implements KnownEmbedders {
  private static final Logger LOG = LoggerFactory.getLogger(FileKnownEmbedders.class);

  private final Path folder;

  public FileKnownEmbedders(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Embedding> find(ModelId model) {
    Path file = file(model);
    try {
      byte[] bytes = Files.readAllBytes(file);
      FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      float[] values = new float[floats.remaining()];
      floats.get(values);
      return Optional.of(Embedding.normalised(values));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new BackendException(
          Kind.CORRUPT,
          "inference",
          file + " cannot be read, which tells whether the embedder is still the same",
          e);
    }
  }

  /** Goes on where it cannot be written: then a change goes unseen while nobody serves. */
  @Override
  public void remember(ModelId model, Embedding embedding) {
    float[] values = embedding.toArray();
    var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "new", ".embedder");
      Files.write(fresh, bytes.array());
      Files.move(fresh, file(model), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("{} cannot be written: whether the embedder changes is not seen", file(model), e);
    }
  }

  private Path file(ModelId model) {
    return folder.resolve(model.value().replaceAll("[^\\w.-]", "_") + ".embedder");
  }
}
