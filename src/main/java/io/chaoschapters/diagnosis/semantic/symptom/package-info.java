/** What is not as it was at the steady state, as sentences and as types. */
@NullMarked
package io.chaoschapters.diagnosis.semantic.symptom;

import org.jspecify.annotations.NullMarked;
