/** What a model wrote, read as a diagnosis and checked against the evidence. */
@NullMarked
package io.chaoschapters.diagnosis.answer;

import org.jspecify.annotations.NullMarked;
