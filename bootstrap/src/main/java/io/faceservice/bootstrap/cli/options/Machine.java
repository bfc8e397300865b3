package io.faceservice.bootstrap.cli.options;

/**
 * What a figure was measured on, in an operator's words.
 *
 * @param cores that this process may use
 */
public record Machine(int cores, String java, String system) {

  /** The one this runs on. */
  public static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor")),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
  }

  @Override
  public String toString() {
    return "%d core%s, Java %s, %s".formatted(cores, cores == 1 ? "" : "s", java, system);
  }
}
