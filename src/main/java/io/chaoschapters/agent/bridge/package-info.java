/**
 * Small programs that carry what an agent says to a server of tools: from standard input, or out of
 * a network of its own.
 */
@NullMarked
package io.chaoschapters.agent.bridge;

import org.jspecify.annotations.NullMarked;
