package io.faceservice.bootstrap.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line from the service to a command: a piece of what it says, or how it ended.
 *
 * @param out for standard output
 * @param err for the error stream
 * @param exit the exit code; the last frame has it
 * @param otherPack instead of anything else: the model pack of a service that is not the command's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Frame(
    @Nullable String out,
    @Nullable String err,
    @Nullable Integer exit,
    @Nullable String otherPack) {

  static Frame out(String text) {
    return new Frame(text, null, null, null);
  }

  static Frame err(String text) {
    return new Frame(null, text, null, null);
  }

  static Frame exit(int code) {
    return new Frame(null, null, code, null);
  }

  static Frame otherPack(String pack) {
    return new Frame(null, null, null, pack);
  }
}
