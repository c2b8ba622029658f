/** What is on the class path, and what is not: optional libraries, and services with a provider. */
@NullMarked
package io.chaoschapters.library;

import org.jspecify.annotations.NullMarked;
