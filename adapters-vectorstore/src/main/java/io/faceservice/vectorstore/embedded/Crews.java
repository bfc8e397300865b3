package io.faceservice.vectorstore.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shares the processors among searches: as many scan at once as there are threads, the others wait
 * in order, and only a search that finds threads idle takes more than one. Safe for use by many
 * threads.
 */
final class Crews implements AutoCloseable {
  private final BlockingQueue<Workspace> idle;
  private final ExecutorService threads;

  /** Shares so many threads, the callers' own among them. */
  Crews(int threads) {
    idle = new ArrayBlockingQueue<>(threads, true);
    for (int i = 0; i < threads; i++) {
      idle.add(new Workspace());
    }
    this.threads =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            Thread.ofPlatform().name("gallery-scan-", 0).daemon().factory());
  }

  /**
   * Waits for a thread's turn.
   *
   * @param large whether several threads would be of use
   */
  Crew assemble(boolean large) {
    List<Workspace> workspaces = new ArrayList<>();
    try {
      workspaces.add(idle.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GalleryFailures.interrupted(e);
    }
    if (large) {
      idle.drainTo(workspaces);
    }
    return new Crew(this, workspaces);
  }

  ExecutorService threads() {
    return threads;
  }

  void giveBack(List<Workspace> workspaces) {
    idle.addAll(workspaces);
  }

  @Override
  public void close() {
    threads.close();
  }
}
