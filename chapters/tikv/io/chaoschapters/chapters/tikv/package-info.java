/** The chapters of the shipped subject of this name. */
@NullMarked
package io.chaoschapters.chapters.tikv;

import org.jspecify.annotations.NullMarked;
