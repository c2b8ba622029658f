/** Images: pulled, or built from a recipe. */
@NullMarked
package io.chaoschapters.runtime.docker.image;

import org.jspecify.annotations.NullMarked;
