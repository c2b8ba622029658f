/** Subjects, chapters and a diagnoser that the kill matrix ends in the middle of their faults. */
package io.chaoschapters.safety.victims;
