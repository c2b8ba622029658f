package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Health;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdException;
import io.chaoschapters.subjects.tikv.pd.PdMembers;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.text.Failure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What the placement driver told at one moment; what it did not tell is null.
 *
 * @param missPeer regions with fewer copies than configured
 * @param schedulers the names of what moves leaders and copies by itself
 * @param trouble why something is missing, or an empty text
 */
record PdView(
    Health health,
    @Nullable PdMembers members,
    @Nullable List<PdStore> stores,
    @Nullable List<PdRegion> regions,
    @Nullable List<PdRegion> missPeer,
    @Nullable List<String> schedulers,
    String trouble) {

  /** Questions that are under way at the same time. */
  static final class Question {
    private final CompletableFuture<PdMembers> members;
    private final CompletableFuture<List<PdStore>> stores;
    private final CompletableFuture<List<PdRegion>> regions;
    private final CompletableFuture<List<PdRegion>> missPeer;
    private final CompletableFuture<List<String>> schedulers;
    private @Nullable PdException failure;

    Question(PdClient pd) {
      members = pd.members();
      stores = pd.stores();
      regions = pd.regions();
      missPeer = pd.regionsWith("miss-peer");
      schedulers = pd.schedulers();
    }

    /** Waits for the answers; each comes or fails within the client's time-out. */
    PdView answer() {
      PdMembers whoLeads = value(members);
      Health health = failure == null ? Health.SERVING : health(failure.reason());
      return new PdView(
          health,
          whoLeads,
          value(stores),
          value(regions),
          value(missPeer),
          value(schedulers),
          failure == null ? "" : Failure.words(failure));
    }

    private <T> @Nullable T value(CompletableFuture<T> asked) {
      try {
        return asked.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof PdException trouble) {
          failure = failure == null ? trouble : failure;
          return null;
        }
        throw e;
      }
    }

    private static Health health(PdException.Reason reason) {
      return switch (reason) {
        case REFUSED -> Health.REFUSING;
        case TOO_SLOW -> Health.SILENT;
        case FORBIDDEN -> Health.UNKNOWN;
        default -> Health.DEGRADED;
      };
    }
  }
}
