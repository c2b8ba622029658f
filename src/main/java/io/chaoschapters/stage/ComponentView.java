package io.chaoschapters.stage;

import io.chaoschapters.subject.Health;
import org.apiguardian.api.API;

/**
 * A component as it was seen last.
 *
 * @param id its id
 * @param role what it does
 * @param health what a probe saw
 * @param detail more in the subject's words; may be empty
 * @param lastServing when it was last seen serving, in seconds since the run started, or NaN
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ComponentView(
    String id, String role, Health health, String detail, double lastServing) {}
