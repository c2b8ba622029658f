/** Speaks the Agent Client Protocol to agents. */
@NullMarked
package io.chaoschapters.agent.acp;

import org.jspecify.annotations.NullMarked;
