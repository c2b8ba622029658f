package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentEndedException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.subjects.tikv.pd.Build;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Starts the stores, and looks at the placement driver when that fails: one that no store has ever
 * reached tells of stores that speak to it in another protocol, which they themselves cannot know.
 */
final class StoreStart {
  private final PdClient pd;

  StoreStart(PdClient pd) {
    this.pd = pd;
  }

  List<Component> start(Supplier<List<Component>> start) {
    try {
      return start.get();
    } catch (ComponentEndedException e) {
      throw e; // it has said why
    } catch (RuntimeFailureException e) {
      String build = buildWithoutStores();
      throw build.isEmpty()
          ? e
          : new RuntimeFailureException(
              RootLocale.format(
                  "No store has ever joined the placement driver, which answers as PD %s: what was started as TiKV does not speak its protocol. Look whether both images are of one kind and version, real or stand-in. %s",
                  build, Failure.words(e)),
              e);
    }
  }

  /** Which PD answers and has no store; empty when it has one, or does not answer. */
  private String buildWithoutStores() {
    try {
      Build build = pd.build().join();
      return pd.clusterStatus().join().initialized() ? "" : build.words();
    } catch (CompletionException e) {
      if (e.getCause() instanceof PdException) {
        return "";
      }
      throw e;
    }
  }
}
