/** How metrics reach a run from where its components are. */
@NullMarked
package io.chaoschapters.runtime.scraping;

import org.jspecify.annotations.NullMarked;
