/** Tests that hold the documentation to the code. */
@NullMarked
package io.chaoschapters.docs;

import org.jspecify.annotations.NullMarked;
