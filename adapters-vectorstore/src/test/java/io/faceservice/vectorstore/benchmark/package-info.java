/** What galleries on several engines do in one run, beside naive search. */
@NullMarked
package io.faceservice.vectorstore.benchmark;

import org.jspecify.annotations.NullMarked;
