/** The namespace of a run, its lease, and what dead runs have left. */
@NullMarked
package io.chaoschapters.runtime.kubernetes.namespace;

import org.jspecify.annotations.NullMarked;
