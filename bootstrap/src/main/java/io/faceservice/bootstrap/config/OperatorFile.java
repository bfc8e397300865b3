package io.faceservice.bootstrap.config;

import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.io.scan.DefaultClassPathResourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The operator's own configuration file: it names only what differs from application.yml. */
public final class OperatorFile {
  /** Above application.yml, below environment variables. */
  public static final int ORDER = YamlPropertySourceLoader.DEFAULT_POSITION + 20;

  private OperatorFile() {}

  /**
   * Reads it.
   *
   * @throws StartException if it cannot be read, is no YAML, or names a key that nobody reads
   */
  public static PropertySource read(Path file) {
    Map<String, Object> values;
    try (InputStream in = Files.newInputStream(file)) {
      values = new YamlPropertySourceLoader().read(file.toString(), in);
    } catch (IOException e) {
      throw new StartException("The configuration file " + file + " cannot be read", e);
    } catch (RuntimeException e) {
      throw new StartException(file + " is not valid YAML: " + e.getMessage(), e);
    }
    PropertySource source = PropertySource.of(file.toString(), values, ORDER);
    var loader = new DefaultClassPathResourceLoader(OperatorFile.class.getClassLoader());
    List<String> unknown = new KnownKeys(loader).unknownIn(source);
    if (!unknown.isEmpty()) {
      throw new StartException(file + ": " + String.join(" ", unknown));
    }
    return source;
  }
}
