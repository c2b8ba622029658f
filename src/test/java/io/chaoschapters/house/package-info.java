/** Tests that hold the whole house to its plan: floors, words, comments. */
@NullMarked
package io.chaoschapters.house;

import org.jspecify.annotations.NullMarked;
