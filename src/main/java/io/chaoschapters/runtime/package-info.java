/** Where a subject's components run: the words that every runtime shares. */
@NullMarked
package io.chaoschapters.runtime;

import org.jspecify.annotations.NullMarked;
