/** How a running component is asked something, and what its answers mean. */
@NullMarked
package io.chaoschapters.subject.yaml.ask;

import org.jspecify.annotations.NullMarked;
