package io.chaoschapters.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param wording its health in other words than {@link Health#words()}, as of a component that has
 *     no connections; null for those
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ComponentStatus(
    String id,
    String role,
    Health health,
    String detail,
    @Nullable Instant lastServing,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String wording) {

  /** With words of its own; users say {@link #of}. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public ComponentStatus {}

  /** Of a component that is asked over a connection. */
  public ComponentStatus(
      String id, String role, Health health, String detail, @Nullable Instant lastServing) {
    this(id, role, health, detail, lastServing, null);
  }

  /** A status whose history the monitor will fill in. */
  public static ComponentStatus of(String id, String role, Health health, String detail) {
    return new ComponentStatus(id, role, health, detail, null, null);
  }

  /** Returns a copy with the time at which it was last seen serving. */
  public ComponentStatus withLastServing(@Nullable Instant time) {
    return new ComponentStatus(id, role, health, detail, time, wording);
  }

  /** Returns a copy with another detail. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public ComponentStatus withDetail(String other) {
    return new ComponentStatus(id, role, health, other, lastServing, wording);
  }

  /** Returns a copy in another health. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public ComponentStatus withHealth(Health other, @Nullable String otherWording) {
    return new ComponentStatus(id, role, other, detail, lastServing, otherWording);
  }

  /** Its health as a verb phrase, such as {@code has ended}. */
  public String words() {
    return wording == null ? health.words() : wording;
  }
}
