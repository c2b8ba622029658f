/** The ways in which a language model can be asked for a diagnosis. */
@NullMarked
package io.chaoschapters.diagnosis.llm.method;

import org.jspecify.annotations.NullMarked;
