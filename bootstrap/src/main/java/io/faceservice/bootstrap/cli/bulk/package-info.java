/** The commands that take in, and give out, very many faces. */
@NullMarked
package io.faceservice.bootstrap.cli.bulk;

import org.jspecify.annotations.NullMarked;
