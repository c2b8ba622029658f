package io.chaoschapters.session;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has diagnosers get ready while the chapters begin. */
final class DiagnoserWarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(DiagnoserWarmUp.class);
  private static final Duration END_WITHIN = Duration.ofSeconds(5);

  private final List<Diagnoser> diagnosers;
  private final CompletableFuture<Void> ready;

  /** Begins. */
  DiagnoserWarmUp(List<Diagnoser> diagnosers, Preparation preparation) {
    this.diagnosers = diagnosers;
    this.ready =
        CompletableFuture.runAsync(
            () -> diagnosers.forEach(diagnoser -> warmUp(diagnoser, preparation)),
            DaemonThreads.eachIn("chapters-warm-up"));
  }

  /** A diagnoser that cannot get ready says so again when it is asked. */
  private static void warmUp(Diagnoser diagnoser, Preparation preparation) {
    try {
      diagnoser.warmUp(preparation);
    } catch (RuntimeException e) {
      preparation
          .progress()
          .accept(RootLocale.format("diagnoser %s: %s", diagnoser.id(), Failure.words(e)));
    }
  }

  /** Returns when the diagnosers are ready, or have said why they are not. */
  void await() {
    ready.join();
  }

  /** A model that still loads is not needed any more; one that hangs over it is left behind. */
  void end() throws InterruptedException {
    if (!ready.isDone()) {
      diagnosers.forEach(Diagnoser::close);
    }
    try {
      ready.get(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("A diagnoser did not get ready, and is not waited for any longer.");
    } catch (ExecutionException e) {
      LOG.warn("A diagnoser could not get ready", e);
    }
  }
}
