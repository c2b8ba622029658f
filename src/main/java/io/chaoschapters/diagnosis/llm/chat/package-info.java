/** Conversations with a language model: prompts, replies, limits, retries and prices. */
@NullMarked
package io.chaoschapters.diagnosis.llm.chat;

import org.jspecify.annotations.NullMarked;
