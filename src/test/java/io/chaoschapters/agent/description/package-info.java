/** Tests of descriptions of agents. */
@NullMarked
package io.chaoschapters.agent.description;

import org.jspecify.annotations.NullMarked;
