/** What a diagnoser is given, what it answers, and how its answers are checked and graded. */
@NullMarked
package io.chaoschapters.diagnosis;

import org.jspecify.annotations.NullMarked;
