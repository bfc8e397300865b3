/** The program as processes: a service, commands beside it, and kills without warning. */
@NullMarked
package io.faceservice.bootstrap.process;

import org.jspecify.annotations.NullMarked;
