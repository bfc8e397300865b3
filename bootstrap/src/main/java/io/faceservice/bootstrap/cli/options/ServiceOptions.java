package io.faceservice.bootstrap.cli.options;

import io.faceservice.bootstrap.config.OperatorFile;
import io.faceservice.bootstrap.config.legacy.LegacyConfig;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options that say how the service is configured, shared by all commands that need it. */
public final class ServiceOptions {
  /** Above everything else: what was said last, on the command line, counts. */
  private static final int ORDER = 1000;

  private static final int LEGACY_FILE = OperatorFile.ORDER - 2;
  private static final int LEGACY_VARIABLES = OperatorFile.ORDER - 1;
  private static final Logger LOG = LoggerFactory.getLogger(ServiceOptions.class);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file that names what differs from the defaults.")
  @Nullable Path config;

  @Option(
      names = "--legacy-config",
      paramLabel = "FILE",
      description = "YAML file of the service's first generation.",
      defaultValue = "${env:CUSTOM_CONFIG_PATH:-}")
  @Nullable Path legacyConfig;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the embedded stores keep their files.")
  @Nullable Path data;

  /** The settings of one file alone. */
  public static ServiceOptions of(Path config) {
    var options = new ServiceOptions();
    options.config = config;
    return options;
  }

  /** Starts the parts of the service, without its server. The caller closes it. */
  public ApplicationContext start() {
    return start(Map.of());
  }

  /** The same with further properties, which override all others. */
  public ApplicationContext start(Map<String, Object> properties) {
    Map<String, Object> spoken = new HashMap<>(properties);
    Path folder = data;
    if (folder != null) {
      spoken.put("face.data", folder.toAbsolutePath().toString());
    }
    ApplicationContextBuilder builder =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .propertySources(PropertySource.of("command line", spoken, ORDER));
    Path file = config;
    if (file != null) {
      builder.propertySources(OperatorFile.read(file));
    }
    legacy(builder);
    return builder.start();
  }

  /**
   * The old file and the old environment names: above the defaults, below an operator's own file.
   */
  private void legacy(ApplicationContextBuilder builder) {
    Path old = legacyConfig;
    if (old != null && !old.toString().isEmpty()) {
      apply(builder, LegacyConfig.read(old), "old configuration", LEGACY_FILE);
    }
    apply(
        builder, LegacyConfig.ofEnvironment(System.getenv()), "old environment", LEGACY_VARIABLES);
  }

  private static void apply(
      ApplicationContextBuilder builder, LegacyConfig legacy, String name, int order) {
    legacy.warnings().forEach(LOG::warn);
    builder.propertySources(PropertySource.of(name, legacy.properties(), order));
  }
}
