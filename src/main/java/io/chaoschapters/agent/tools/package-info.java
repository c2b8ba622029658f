/** What agents may look at, and how they hand in what they found. */
@NullMarked
package io.chaoschapters.agent.tools;

import org.jspecify.annotations.NullMarked;
