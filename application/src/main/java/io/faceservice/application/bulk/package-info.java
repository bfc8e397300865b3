/** Use cases: enrol very many faces, and write out the record of all that are enrolled. */
@NullMarked
package io.faceservice.application.bulk;

import org.jspecify.annotations.NullMarked;
