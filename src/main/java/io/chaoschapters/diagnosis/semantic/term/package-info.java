/** What a term of the glossary says, and what it claims became of which components. */
@NullMarked
package io.chaoschapters.diagnosis.semantic.term;

import org.jspecify.annotations.NullMarked;
