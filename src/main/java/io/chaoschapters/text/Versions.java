package io.chaoschapters.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Which program and version components are, in words. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Versions {
  private Versions() {}

  /** Components of one version are named together; an empty text when none has told its version. */
  public static String words(Map<String, String> byComponent) {
    Map<String, List<String>> byVersion = new TreeMap<>();
    new TreeMap<>(byComponent)
        .forEach(
            (component, version) ->
                byVersion.computeIfAbsent(version, key -> new ArrayList<>()).add(component));
    return byVersion.entrySet().stream()
        .map(same -> RootLocale.format("%s: %s", String.join(", ", same.getValue()), same.getKey()))
        .collect(Collectors.joining("; "));
  }
}
