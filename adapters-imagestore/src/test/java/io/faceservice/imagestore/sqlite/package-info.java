/** The embedded image store: one SQLite file on this machine's disk. */
@NullMarked
package io.faceservice.imagestore.sqlite;

import org.jspecify.annotations.NullMarked;
