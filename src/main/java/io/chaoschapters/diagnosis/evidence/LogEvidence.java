package io.chaoschapters.diagnosis.evidence;

import org.apiguardian.api.API;

/**
 * A line that a component printed, once or more often.
 *
 * @param component the component's id
 * @param text the line without its time stamp, shortened when it is long
 * @param count how many lines were the same but for their numbers, at least 1
 * @param warning whether the line says that it is a warning or an error
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LogEvidence(String component, String text, int count, boolean warning) {}
