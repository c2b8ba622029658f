package io.chaoschapters.subject;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What a cluster saw of itself at one moment.
 *
 * @param components every component, in a stable order
 * @param facts readings by {@link Signal#id()}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ClusterSnapshot(List<ComponentStatus> components, Map<String, Reading> facts) {
  /** Copies the collections. */
  public ClusterSnapshot {
    components = List.copyOf(components);
    facts = Map.copyOf(facts);
  }
}
