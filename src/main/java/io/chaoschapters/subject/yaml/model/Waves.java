package io.chaoschapters.subject.yaml.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Which components start together, and which after those are ready. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Waves {
  private Waves() {}

  /** The waves in order; components that wait for themselves are in none. */
  public static List<List<ComponentEntry>> of(List<ComponentEntry> entries) {
    List<List<ComponentEntry>> waves = new ArrayList<>();
    Set<String> ready = new HashSet<>();
    List<ComponentEntry> left = new ArrayList<>(entries);
    while (true) {
      List<ComponentEntry> next =
          left.stream().filter(entry -> ready.containsAll(entry.after())).toList();
      if (next.isEmpty()) {
        return waves;
      }
      waves.add(next);
      left.removeAll(next);
      next.forEach(entry -> ready.add(entry.id()));
    }
  }
}
