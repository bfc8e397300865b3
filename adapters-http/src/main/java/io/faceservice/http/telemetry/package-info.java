/** What the service tells its operators about itself. */
@NullMarked
package io.faceservice.http.telemetry;

import org.jspecify.annotations.NullMarked;
