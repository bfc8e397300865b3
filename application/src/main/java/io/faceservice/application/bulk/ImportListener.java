package io.faceservice.application.bulk;

/** Hears what becomes of each item: in the input's order, on the thread that runs the import. */
@FunctionalInterface
public interface ImportListener {

  void heard(ImportItem item, ImportOutcome outcome);
}
