/** The servers of others that the service works with, each as a process of its own. */
@NullMarked
package io.faceservice.bootstrap.servers;

import org.jspecify.annotations.NullMarked;
