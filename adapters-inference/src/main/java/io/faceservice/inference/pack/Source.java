package io.faceservice.inference.pack;

/**
 * A package of the npm registry.
 *
 * @param npm the package's name
 * @param version its version
 * @param sha256 of the tarball, lower-case hexadecimal
 * @param folder where in the tarball the files lie
 */
public record Source(String npm, String version, String sha256, String folder) {}
