package io.chaoschapters.junit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** The shows that are open, by subject. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OpenShows {
  private final Map<String, RunSession> shows = new ConcurrentHashMap<>();

  RunSession of(String subject, Supplier<RunSession> opener) {
    return shows.computeIfAbsent(subject, id -> opener.get());
  }

  /** The open session of a subject; empty when there is none. */
  public Optional<RunSession> of(String subject) {
    return Optional.ofNullable(shows.get(subject));
  }

  /** The one that plays; a presentation has one subject. Empty while none is open. */
  public Optional<RunSession> current() {
    return shows.values().stream().findFirst();
  }

  Optional<RunSession> remove(String subject) {
    return Optional.ofNullable(shows.remove(subject));
  }

  List<RunSession> removeAll() {
    List<RunSession> open = List.copyOf(shows.values());
    shows.clear();
    return open;
  }
}
