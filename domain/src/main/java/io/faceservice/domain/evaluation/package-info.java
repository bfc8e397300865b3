/** Error rates of verification, as ISO/IEC 19795-1 defines them. */
@NullMarked
package io.faceservice.domain.evaluation;

import org.jspecify.annotations.NullMarked;
