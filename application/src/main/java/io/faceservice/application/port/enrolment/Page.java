package io.faceservice.application.port.enrolment;

import java.util.List;

/**
 * Some entries of an ordered listing.
 *
 * @param entries in order; empty when there are no more
 * @param next where to read on; of an empty page, where it was read from
 */
public record Page<T>(List<T> entries, Cursor next) {
  public Page {
    entries = List.copyOf(entries);
  }
}
