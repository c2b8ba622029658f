/** What more than one runtime is made of: logs, readiness, ports, the link to a guard process. */
@NullMarked
package io.chaoschapters.runtime.support;

import org.jspecify.annotations.NullMarked;
