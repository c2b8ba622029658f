package io.chaoschapters.subject;

import org.apiguardian.api.API;

/**
 * What an independent probe saw of a fault.
 *
 * @param seen true when the fault is really there
 * @param statement what was seen, or what was seen instead; one sentence
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record WitnessReport(boolean seen, String statement) {}
