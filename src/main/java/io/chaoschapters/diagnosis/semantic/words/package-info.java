/** Plain English in parts: stems, clauses, names, and what a log line says. */
@NullMarked
package io.chaoschapters.diagnosis.semantic.words;

import org.jspecify.annotations.NullMarked;
