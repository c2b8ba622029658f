/**
 * A language model of the user's own, served by a {@code llama-server} that this program starts.
 */
@NullMarked
package io.chaoschapters.diagnosis.llm.llama;

import org.jspecify.annotations.NullMarked;
