/** Tests of agents as diagnosers. */
@NullMarked
package io.chaoschapters.agent;

import org.jspecify.annotations.NullMarked;
