package io.faceservice.bootstrap.control;

import java.util.List;

/**
 * What a command asks of the running service: one line.
 *
 * @param pack the model pack that the command is configured for
 * @param arguments the command's name and its own arguments; paths among them are absolute
 * @param terminal whether somebody watches a terminal
 */
record CommandRequest(String pack, List<String> arguments, boolean terminal) {
  CommandRequest {
    arguments = List.copyOf(arguments);
  }
}
