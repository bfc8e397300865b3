/** The evaluate command: labelled pairs in, error rates out. */
@NullMarked
package io.faceservice.bootstrap.cli.evaluation;

import org.jspecify.annotations.NullMarked;
