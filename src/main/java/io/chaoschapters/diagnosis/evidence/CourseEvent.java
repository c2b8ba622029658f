package io.chaoschapters.diagnosis.evidence;

import org.apiguardian.api.API;

/**
 * Something that happened since the steady state, in words that hold for any system.
 *
 * @param seconds after the steady state
 * @param words what was seen, without a cause
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CourseEvent(double seconds, String words) {}
