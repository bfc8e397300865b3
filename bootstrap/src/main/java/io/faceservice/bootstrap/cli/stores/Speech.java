package io.faceservice.bootstrap.cli.stores;

import java.io.PrintWriter;

/**
 * Where a command speaks.
 *
 * @param out what it was asked for
 * @param err what else there is to say
 * @param terminal whether they end at a terminal
 */
public record Speech(PrintWriter out, PrintWriter err, boolean terminal) {}
