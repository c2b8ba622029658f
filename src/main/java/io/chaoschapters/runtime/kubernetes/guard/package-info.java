/**
 * The program of the guard pod, which removes a run's namespace when the run is gone. It needs
 * nothing but the JDK and a few classes of this project.
 */
@NullMarked
package io.chaoschapters.runtime.kubernetes.guard;

import org.jspecify.annotations.NullMarked;
