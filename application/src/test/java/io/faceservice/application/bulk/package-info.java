/** Whether imports and exports keep their promises. */
@NullMarked
package io.faceservice.application.bulk;

import org.jspecify.annotations.NullMarked;
