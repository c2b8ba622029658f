package io.chaoschapters.metrics.exposition;

import java.util.Map;
import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * One sample line of an exposition.
 *
 * @param timestamp in milliseconds since the epoch, if the line gives one
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ExposedSample(
    String metric, Map<String, String> labels, double value, OptionalLong timestamp) {}
