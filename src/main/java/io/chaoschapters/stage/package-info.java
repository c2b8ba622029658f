/** What the audience sees: an immutable state made from journal events, and how it is drawn. */
@NullMarked
package io.chaoschapters.stage;

import org.jspecify.annotations.NullMarked;
