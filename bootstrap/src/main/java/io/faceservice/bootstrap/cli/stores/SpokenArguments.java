package io.faceservice.bootstrap.cli.stores;

import io.faceservice.bootstrap.cli.options.ServiceOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What was said to a command, in words that mean the same to another process: as they were
 * understood (paths are absolute), and without the settings, which the service has its own of.
 */
final class SpokenArguments {
  private SpokenArguments() {}

  static List<String> of(CommandSpec spec) {
    ParseResult said = spec.commandLine().getParseResult();
    List<String> words = new ArrayList<>();
    words.add(spec.name());
    for (OptionSpec option : said.matchedOptions()) {
      if (!isSetting(spec, option)) {
        words.addAll(words(option));
      }
    }
    if (!said.matchedPositionals().isEmpty()) {
      words.add("--");
    }
    for (PositionalParamSpec parameter : said.matchedPositionals()) {
      words.add(String.valueOf(parameter.<Object>getValue()));
    }
    return words;
  }

  private static boolean isSetting(CommandSpec spec, ArgSpec option) {
    return spec.mixins().values().stream()
        .filter(mixin -> mixin.userObject() instanceof ServiceOptions)
        .flatMap(mixin -> mixin.options().stream())
        .anyMatch(option::equals);
  }

  private static List<String> words(OptionSpec option) {
    Object value = option.getValue();
    return option.arity().max() == 0
        ? List.of(option.longestName())
        : List.of(option.longestName(), String.valueOf(value));
  }
}
