/** A subject of a file while it runs: its components, what is seen of them, loads and faults. */
@NullMarked
package io.chaoschapters.subject.yaml.run;

import org.jspecify.annotations.NullMarked;
