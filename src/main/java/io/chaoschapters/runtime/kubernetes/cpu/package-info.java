/** Limits how much of a processor components get while they run, by the subresource pods/resize. */
@NullMarked
package io.chaoschapters.runtime.kubernetes.cpu;

import org.jspecify.annotations.NullMarked;
