/**
 * A program of one class that carries messages between standard input and output and a server of
 * tools.
 */
@NullMarked
package io.chaoschapters.agent.bridge;

import org.jspecify.annotations.NullMarked;
