/** What a file says about an agent: how it is reached, what it may see and use up. */
@NullMarked
package io.chaoschapters.agent.description;

import org.jspecify.annotations.NullMarked;
