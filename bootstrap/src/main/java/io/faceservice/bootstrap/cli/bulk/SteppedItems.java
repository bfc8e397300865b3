package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImportItem;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Items of which each is made when the one before has been taken. */
final class SteppedItems implements ImportInput.Items {

  /** Makes the items. */
  interface Steps {

    /** The next item; a reason to pass over an entry; or the end. */
    Step next();

    void close();
  }

  /** What a step came upon. */
  sealed interface Step {}

  /** An item. */
  record Found(ImportItem item) implements Step {}

  /** Entries that are nothing to enrol. */
  record PassedOver(long entries) implements Step {}

  /** There is no more. */
  record End() implements Step {}

  private final Steps steps;
  private @Nullable ImportItem next;
  private long ignored;
  private boolean ended;

  SteppedItems(Steps steps) {
    this.steps = steps;
  }

  /** Steps that only ever find items. */
  static SteppedItems of(Supplier<Optional<ImportItem>> found, Runnable closing) {
    return new SteppedItems(
        new Steps() {
          @Override
          public Step next() {
            return found.get().<Step>map(Found::new).orElseGet(End::new);
          }

          @Override
          public void close() {
            closing.run();
          }
        });
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      switch (steps.next()) {
        case Found(var item) -> next = item;
        case PassedOver(var entries) -> ignored += entries;
        case End end -> ended = true;
      }
    }
    return next != null;
  }

  @Override
  public ImportItem next() {
    ImportItem item = hasNext() ? next : null;
    if (item == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return item;
  }

  @Override
  public long ignored() {
    return ignored;
  }

  @Override
  public void close() {
    steps.close();
  }
}
