/** Requests to a Kubernetes API server. */
@NullMarked
package io.chaoschapters.runtime.kubernetes.api;

import org.jspecify.annotations.NullMarked;
