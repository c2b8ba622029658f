package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The places of components that are started together, which may ask for each other's ports before
 * any of them runs.
 */
final class LocalPlaces {
  private final Map<String, LocalPlace> places = new ConcurrentHashMap<>();
  private final Supplier<List<LocalComponent>> earlier;
  private volatile boolean told;

  /**
   * Other components know the ports of these, and one of them is in use: all have to start again.
   */
  static final class TakenException extends RuntimeFailureException {
    private static final long serialVersionUID = 1L;

    TakenException(PortTakenException taken) {
      super(Failure.words(taken), taken);
    }
  }

  /**
   * None yet.
   *
   * @param earlier those that were started before
   */
  LocalPlaces(Supplier<List<LocalComponent>> earlier) {
    this.earlier = earlier;
  }

  LocalPlace add(String component, LocalPlace place) {
    places.put(component, place);
    return place;
  }

  Endpoint peer(String component, String port) {
    LocalPlace place = places.get(component);
    if (place != null) {
      told = true;
      return new Endpoint(LocalComponent.HOST, place.port(port));
    }
    return earlier.get().stream()
        .filter(other -> other.id().equals(component))
        .findFirst()
        .map(other -> other.internalEndpoint(port))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    RootLocale.format(
                        "There is no component '%s' here; there are: %s.",
                        component, String.join(", ", new TreeSet<>(places.keySet())))));
  }

  /** Other ports for one of them would leave the others with the wrong ones. */
  void refuseWhenTold(PortTakenException taken) {
    if (told) {
      throw new TakenException(taken);
    }
  }
}
