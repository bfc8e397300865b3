package io.faceservice.bootstrap.cli.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path and makes it absolute at once, so that it means the same wherever it is used. */
public final class AbsolutePath implements ITypeConverter<Path> {
  @Override
  public Path convert(String value) {
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'%s' is no path".formatted(value));
    }
  }
}
