/**
 * What a diagnoser is shown, as text and as JSON, and the check that it does not tell the answer.
 */
@NullMarked
package io.chaoschapters.diagnosis.evidence;

import org.jspecify.annotations.NullMarked;
