/** The soak: chapters in a loop for hours, and whether anything grows. */
package io.chaoschapters.safety.soak;
