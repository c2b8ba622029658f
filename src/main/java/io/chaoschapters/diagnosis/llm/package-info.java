/**
 * Diagnosers that are language models: one way to ask them, whatever serves them.
 *
 * <p>From the outside in: a provider makes a {@code ChatDiagnoser}; its {@code Method} says what
 * the model is asked and makes a diagnosis of the answers; a {@code Conversation} checks each
 * prompt for leaks, asks patiently and keeps the books; a {@code ModelClient} is the model itself.
 */
@NullMarked
package io.chaoschapters.diagnosis.llm;

import org.jspecify.annotations.NullMarked;
