package io.chaoschapters.diagnosis;

import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A diagnoser that is not waited for longer than agreed. It works in a thread of its own; one that
 * hangs for ever takes nothing with it but that thread.
 */
final class BoundedDiagnoser implements Diagnoser {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedDiagnoser.class);
  private static final Duration WARM_WITHIN = Duration.ofMinutes(10);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Diagnoser diagnoser;
  private final Duration within;
  private final ExecutorService thread;
  private volatile boolean hangs;

  /**
   * Bounds a diagnoser.
   *
   * @param timeout what it may take by its own clock; it is given up after a quarter more
   */
  BoundedDiagnoser(Diagnoser diagnoser, Duration timeout) {
    this.diagnoser = diagnoser;
    this.within = timeout.multipliedBy(5).dividedBy(4);
    this.thread =
        Executors.newSingleThreadExecutor(DaemonThreads.named("diagnoser-" + diagnoser.id()));
  }

  @Override
  public String id() {
    return diagnoser.id();
  }

  @Override
  public String version() {
    return diagnoser.version();
  }

  @Override
  public String description() {
    return diagnoser.description();
  }

  @Override
  public Privacy privacy() {
    return diagnoser.privacy();
  }

  @Override
  public boolean isWokenByAlerts() {
    return diagnoser.isWokenByAlerts();
  }

  @Override
  public void warmUp(Preparation preparation) {
    Future<?> ready = submit(() -> diagnoser.warmUp(preparation), new CountDownLatch(0));
    await(ready, WARM_WITHIN, "get ready", Reason.NOT_READY);
  }

  @Override
  public Diagnosis diagnose(Inquiry inquiry) {
    AtomicReference<@Nullable Diagnosis> answer = new AtomicReference<>();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean listening = new AtomicBoolean(true);
    Inquiry heard = inquiry.heardWhile(listening::get);
    Future<?> asked = submit(() -> answer.set(diagnoser.diagnose(heard)), begun);
    try {
      // It may still be getting ready; a question that was given up is not waited for so long.
      awaitBegin(begun, asked, hangs ? within : WARM_WITHIN);
      await(asked, within, "answer", Reason.TIME_OUT);
    } finally {
      listening.set(false); // what it still says is dropped
    }
    return Objects.requireNonNull(answer.get(), () -> "no answer of diagnoser " + id());
  }

  private void awaitBegin(CountDownLatch begun, Future<?> asked, Duration atMost) {
    try {
      if (!begun.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        asked.cancel(true);
        throw new DiagnosisException(
            Reason.NOT_READY,
            RootLocale.format(
                "Diagnoser '%s' still hangs on what it was asked before. Use another one with -Dai=<id>.",
                id()),
            null);
      }
    } catch (InterruptedException e) {
      throw calledOff(asked, e);
    }
  }

  private void await(Future<?> future, Duration atMost, String what, Reason late) {
    try {
      future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      hangs = true; // until it hears the interrupt
      future.cancel(true);
      throw new DiagnosisException(
          late,
          RootLocale.format(
              "Diagnoser '%s' did not %s within %d ms and is not waited for any longer. Allow it more with -Dchapters.ai.timeout=<milliseconds>, or use another one with -Dai=<id>.",
              id(), what, atMost.toMillis()),
          e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (InterruptedException e) {
      throw calledOff(future, e);
    }
  }

  private DiagnosisException calledOff(Future<?> asked, InterruptedException e) {
    asked.cancel(true);
    Thread.currentThread().interrupt();
    return DiagnosisException.calledOff(id(), e);
  }

  private Future<?> submit(Runnable work, CountDownLatch begun) {
    try {
      return thread.submit(
          () -> {
            hangs = false;
            begun.countDown();
            work.run();
          });
    } catch (RejectedExecutionException e) {
      throw new DiagnosisException(RootLocale.format("Diagnoser '%s' is closed.", id()), e);
    }
  }

  private RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException failure
        ? failure
        : new DiagnosisException(
            RootLocale.format("Diagnoser '%s' failed: %s", id(), Failure.words(e.getCause())), e);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (thread.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        diagnoser.close();
      } else {
        LOG.warn("Diagnoser '{}' hangs and was left behind.", id());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
