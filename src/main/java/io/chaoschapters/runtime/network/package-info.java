/** Ports of this machine, and proxies in front of components. */
@NullMarked
package io.chaoschapters.runtime.network;

import org.jspecify.annotations.NullMarked;
