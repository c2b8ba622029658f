/** Agents as diagnosers: programs that look around by themselves and hand in what they found. */
@NullMarked
package io.chaoschapters.agent;

import org.jspecify.annotations.NullMarked;
