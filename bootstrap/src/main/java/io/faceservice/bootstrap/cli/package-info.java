/** The command line: one program, one class a command. */
@NullMarked
package io.faceservice.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
