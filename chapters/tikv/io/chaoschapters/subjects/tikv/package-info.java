/** The second subject: TiKV, stores that replicate regions by Raft under a placement driver. */
@NullMarked
package io.chaoschapters.subjects.tikv;

import org.jspecify.annotations.NullMarked;
