package io.chaoschapters.subjects.tikv.pd;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The members of the PD cluster.
 *
 * @param leader the one that schedules and hands out time stamps, or null when there is none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PdMembers(List<PdMember> members, @Nullable PdMember leader) {
  /** Copies the list. */
  public PdMembers {
    members = List.copyOf(members);
  }
}
