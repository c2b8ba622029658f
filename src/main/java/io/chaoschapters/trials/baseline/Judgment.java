package io.chaoschapters.trials.baseline;

/**
 * What a test says of a sample.
 *
 * @param standing never {@link Standing#BETTER}
 * @param level at which the sample was tested
 * @param missing what it needs to be told, in words; empty when nothing is missing
 */
record Judgment(Standing standing, double level, String missing) {}
