package io.faceservice.vectorstore.embedded;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process holds for good. */
public final class Memory {
  private static final String FIELD = "RssAnon:";

  private Memory() {}

  /**
   * Bytes of live objects on the heap and of resident memory that no file backs. Only differences
   * mean anything, and only where the whole heap was resident from the start ({@code
   * -XX:+AlwaysPreTouch} with equal {@code -Xms} and {@code -Xmx}): it then cancels out.
   */
  public static long used() throws IOException {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return heap
        + Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith(FIELD))
            .map(line -> line.substring(FIELD.length()).replace("kB", "").strip())
            .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
            .sum();
  }
}
