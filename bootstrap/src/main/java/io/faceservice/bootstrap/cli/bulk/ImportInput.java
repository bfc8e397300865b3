package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImportItem;
import java.util.Iterator;

/** What is to be imported: a folder, or a file of many lines. */
interface ImportInput {

  /** How many items there are, roughly and without reading any image. */
  long count();

  /**
   * Its items, from the first on.
   *
   * @param maxBytes the most bytes an image may have
   */
  Items items(int maxBytes);

  /** Items one after the other; images are read when they are asked for. */
  interface Items extends Iterator<ImportItem>, AutoCloseable {

    /** How many entries were passed over so far that are nothing to enrol. */
    long ignored();

    @Override
    void close();
  }
}
