package io.chaoschapters.subject;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one component.
 *
 * @param id its id within the cluster
 * @param role what it does
 * @param health what a probe from outside saw
 * @param detail more in the subject's words, such as its leader count; empty for none
 * @param lastServing when it was last seen serving, or null where it never was
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ComponentStatus(
    String id, String role, Health health, String detail, @Nullable Instant lastServing) {

  /** A status whose history the monitor will fill in. */
  public static ComponentStatus of(String id, String role, Health health, String detail) {
    return new ComponentStatus(id, role, health, detail, null);
  }

  /** Returns a copy with the time at which it was last seen serving. */
  public ComponentStatus withLastServing(@Nullable Instant time) {
    return new ComponentStatus(id, role, health, detail, time);
  }
}
