/** A run: its folder, cluster, monitor and diagnosers, and what it leaves behind. */
@NullMarked
package io.chaoschapters.session;

import org.jspecify.annotations.NullMarked;
