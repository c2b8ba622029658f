/**
 * Runs components as pods of a Kubernetes cluster, in a namespace that each run makes and removes,
 * with a guard pod that removes it when the run is gone.
 */
@NullMarked
package io.chaoschapters.runtime.kubernetes;

import org.jspecify.annotations.NullMarked;
