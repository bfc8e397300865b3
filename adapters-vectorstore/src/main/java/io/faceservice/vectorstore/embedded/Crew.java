package io.faceservice.vectorstore.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The threads of one search: the caller's own, and of a large one those that nobody else needed
 * when it began. Closing it gives the workspaces back.
 */
final class Crew implements AutoCloseable {
  private final Crews crews;
  private final List<Workspace> workspaces;

  Crew(Crews crews, List<Workspace> workspaces) {
    this.crews = crews;
    this.workspaces = workspaces;
  }

  /** The workspace of the calling thread. */
  Workspace own() {
    return workspaces.getFirst();
  }

  /** The workspaces of the other threads. */
  List<Workspace> helpers() {
    return workspaces.subList(1, workspaces.size());
  }

  /** Does the work once with each workspace, at the same time, and waits for all. */
  void together(Consumer<Workspace> work) {
    List<Future<?>> helping = new ArrayList<>();
    for (Workspace workspace : helpers()) {
      Callable<?> task =
          () -> {
            work.accept(workspace);
            return workspace;
          };
      helping.add(crews.threads().submit(task));
    }
    try {
      work.accept(own());
    } finally {
      helping.forEach(Crew::await);
    }
  }

  /** Waits even when interrupted: the helper reads memory that the caller holds a lock on. */
  private static void await(Future<?> helper) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw new IllegalStateException("a search failed", e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    crews.giveBack(workspaces);
  }
}
