package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdException;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.subjects.tikv.pd.StoreState;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Waits until the placement driver has taken in every store that was started: one that runs and
 * never joins would only be missed much later, as a copy that is never made.
 */
final class Joining {
  private final PdClient pd;
  private final List<Component> stores;
  private String last = "";

  Joining(PdClient pd, List<Component> stores) {
    this.pd = pd;
    this.stores = List.copyOf(stores);
  }

  /**
   * Returns when all have joined.
   *
   * @throws RuntimeFailureException when one has not in time, or at once when what answers in the
   *     placement driver's place does not speak its API
   */
  void await(Duration within) {
    try {
      Wait.atMost("joining", within)
          .until(
              () -> {
                Progress seen = look();
                last = seen.last();
                return seen;
              });
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The cluster is not whole: after %d s %s. Look into the stores' logs, and at what they were told its address is.",
              within.toSeconds(), last),
          e);
    }
  }

  private Progress look() {
    try {
      Map<String, PdStore> known =
          pd.stores().join().stream()
              .collect(Collectors.toMap(PdStore::address, store -> store, (one, other) -> other));
      String missing = named(store -> !known.containsKey(address(store)));
      if (!missing.isEmpty()) {
        return Progress.notYet(
            RootLocale.format(
                "these stores have not joined it: %s; it knows %s",
                missing, known.isEmpty() ? "none" : String.join(", ", known.keySet())));
      }
      // The store that begins the cluster is Down until its first heartbeat.
      String notUp = named(store -> known.get(address(store)).state() != StoreState.UP);
      return new Progress(
          notUp.isEmpty(),
          RootLocale.format("these stores have not sent it a heartbeat: %s", notUp));
    } catch (CompletionException e) {
      if (e.getCause() instanceof PdException trouble) {
        return trouble(trouble);
      }
      throw e;
    }
  }

  private String named(Predicate<Component> which) {
    return stores.stream()
        .filter(which)
        .map(store -> RootLocale.format("%s (as %s)", store.id(), address(store)))
        .collect(Collectors.joining(", "));
  }

  private static Progress trouble(PdException trouble) {
    return switch (trouble.reason()) {
      case UNREADABLE, NOT_FOUND, FORBIDDEN ->
          throw new RuntimeFailureException(
              RootLocale.format(
                  "What answers as the placement driver does not speak version 1 of PD's API, as PD v8.5 does: %s. Check the image and its version.",
                  Failure.words(trouble)),
              trouble);
      case NOT_BOOTSTRAPPED -> Progress.notYet("no store has joined it");
      default -> Progress.notYet("it does not tell its stores: " + Failure.words(trouble));
    };
  }

  private static String address(Component store) {
    return store.internalEndpoint(TikvComponents.CLIENT).toString();
  }
}
