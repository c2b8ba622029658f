/** Faults that Chaos Mesh carries out, where it is installed in the cluster. */
@NullMarked
package io.chaoschapters.runtime.kubernetes.mesh;

import org.jspecify.annotations.NullMarked;
