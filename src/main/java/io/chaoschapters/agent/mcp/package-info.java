/** Serves tools to agents, by the Model Context Protocol. */
@NullMarked
package io.chaoschapters.agent.mcp;

import org.jspecify.annotations.NullMarked;
