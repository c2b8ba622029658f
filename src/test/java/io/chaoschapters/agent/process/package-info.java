@NullMarked
package io.chaoschapters.agent.process;

import org.jspecify.annotations.NullMarked;
