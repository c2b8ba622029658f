package io.chaoschapters.doctor;

import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.text.RootLocale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The runtimes that were searched for leftovers of earlier runs, and those that could not be
 * searched.
 */
final class Searched {
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, String> obstacles = new LinkedHashMap<>();

  void in(RuntimeProvider runtime, String place) {
    places.put(runtime.id(), place);
  }

  void notIn(RuntimeProvider runtime, String why) {
    obstacles.put(runtime.id(), why.replaceAll("[.]$", ""));
  }

  /** One sentence for each runtime that could not be searched. */
  List<String> obstacles() {
    return obstacles.keySet().stream()
        .map(id -> RootLocale.format("Not searched: runtime %s. %s.", id, obstacles.get(id)))
        .toList();
  }

  /** Why a run may have left something that was not found; empty when it cannot. */
  Optional<String> doubt(CutOffRun run) {
    String id = run.note().runtime();
    if (id.isEmpty()) {
      return doubtOfAll();
    }
    if (obstacles.containsKey(id)) {
      return Optional.of(notSearched(id));
    }
    if (!places.containsKey(id)) {
      return Optional.of(RootLocale.format("its runtime %s is not on the class path", id));
    }
    String place = run.note().place();
    return place.isEmpty() || place.equals(places.get(id))
        ? Optional.empty()
        : Optional.of(
            RootLocale.format(
                "it used runtime %s at %s, but %s was searched", id, place, places.get(id)));
  }

  /** An owner file of the old form: it may have used any of them. */
  private Optional<String> doubtOfAll() {
    return obstacles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "it does not say which runtime it used, and "
                + obstacles.keySet().stream()
                    .map(this::notSearched)
                    .collect(Collectors.joining(", ")));
  }

  private String notSearched(String id) {
    return RootLocale.format("runtime %s could not be searched (%s)", id, obstacles.get(id));
  }
}
