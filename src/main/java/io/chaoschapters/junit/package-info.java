/**
 * The Jupiter extension: order, set-up replay, the chaos lifecycle, pause on failure, injection.
 */
@NullMarked
package io.chaoschapters.junit;

import org.jspecify.annotations.NullMarked;
