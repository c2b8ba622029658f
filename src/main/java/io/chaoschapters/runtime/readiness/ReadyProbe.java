package io.chaoschapters.runtime.readiness;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Asks a ready check in a thread of its own, so that one that hangs cannot hang the start. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ReadyProbe implements AutoCloseable {
  private final ComponentSpec spec;
  private final Component component;
  private final ExecutorService thread;
  private @Nullable Future<Boolean> asked;

  /** What the last check that returned said; one that takes long is mostly under way. */
  private String said = "its ready check does not return";

  public ReadyProbe(ComponentSpec spec, Component component) {
    this.spec = spec;
    this.component = component;
    this.thread = Executors.newSingleThreadExecutor(DaemonThreads.named("ready-" + spec.id()));
  }

  /** The check's result, if it comes in this time; a late one is returned by the next call. */
  public Progress look(Duration atMost) {
    Future<Boolean> answer = asked;
    if (answer == null) {
      answer = thread.submit(() -> spec.ready().isReady(component));
      asked = answer;
    }
    try {
      boolean ready = answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      asked = null;
      said = "its ready check says no";
      return new Progress(ready, said);
    } catch (TimeoutException e) {
      return Progress.notYet(said);
    } catch (ExecutionException e) {
      asked = null;
      said = Failure.words(e.getCause());
      return Progress.notYet(said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException(
          RootLocale.format("The start of component '%s' was interrupted.", spec.id()), e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
