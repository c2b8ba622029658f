/**
 * Many connections over one: this JVM has a single port forwarded to a relay in the cluster, and
 * the relay connects to the components. To forward each connection by itself takes the API server
 * and the kubelet a tenth of a second; a burst of two hundred takes half a minute.
 */
@NullMarked
package io.chaoschapters.runtime.kubernetes.relay;

import org.jspecify.annotations.NullMarked;
