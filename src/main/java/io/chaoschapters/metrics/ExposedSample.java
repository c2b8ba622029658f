package io.chaoschapters.metrics;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One sample line of an exposition.
 *
 * @param timestamp in milliseconds since the epoch, if the line gives one
 */
record ExposedSample(
    String metric, Map<String, String> labels, double value, OptionalLong timestamp) {}
