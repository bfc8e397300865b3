/** The service while a server that it depends on dies, or stands still, under load. */
@NullMarked
package io.faceservice.bootstrap.fault;

import org.jspecify.annotations.NullMarked;
