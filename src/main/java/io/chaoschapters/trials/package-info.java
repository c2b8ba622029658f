/**
 * Trials: every experiment of a subject, many times, to measure how good diagnosers are.
 *
 * <p>A test engine of its own makes them, so that a project needs no code for it: it finds the same
 * classes as Jupiter does, and takes their subjects from them.
 */
@NullMarked
package io.chaoschapters.trials;

import org.jspecify.annotations.NullMarked;
