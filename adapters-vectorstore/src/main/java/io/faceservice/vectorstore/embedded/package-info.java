/** The gallery on this machine's memory and disk: exact, and exact about what is not. */
@NullMarked
package io.faceservice.vectorstore.embedded;

import org.jspecify.annotations.NullMarked;
