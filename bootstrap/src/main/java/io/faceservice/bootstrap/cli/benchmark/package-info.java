/** The benchmark command: what a comparison costs on this machine. */
@NullMarked
package io.faceservice.bootstrap.cli.benchmark;

import org.jspecify.annotations.NullMarked;
