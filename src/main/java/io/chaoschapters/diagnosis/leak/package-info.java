/** The check that nothing which a diagnoser is shown tells the answer. */
@NullMarked
package io.chaoschapters.diagnosis.leak;

import org.jspecify.annotations.NullMarked;
