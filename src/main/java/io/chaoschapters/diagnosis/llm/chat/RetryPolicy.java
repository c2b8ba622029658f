package io.chaoschapters.diagnosis.llm.chat;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.diagnosis.llm.http.HttpFailure;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Asks again when a server says that it has too much to do, as long as it asks to wait, else longer
 * each time. It ends with the attempts or with the time, whichever comes first.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RetryPolicy {
  private static final int ATTEMPTS = 4;
  private static final double JITTER = 0.25;

  private final Duration firstWait;
  private final CountDownLatch closed;

  /**
   * Makes one.
   *
   * @param firstWait the wait before the second attempt when the server names none; doubled after
   * @param closed ends every wait when it is open
   */
  public RetryPolicy(Duration firstWait, CountDownLatch closed) {
    this.firstWait = firstWait;
    this.closed = closed;
  }

  <T> T ask(Supplier<T> question, Deadline deadline, Consumer<String> note) {
    for (int attempt = 1; ; attempt++) {
      try {
        return question.get();
      } catch (DiagnosisException e) {
        if (!isWorthWaiting(e) || attempt == ATTEMPTS) {
          throw e;
        }
        Duration wait = wait(e, attempt);
        if (wait.compareTo(deadline.left()) >= 0) {
          throw new DiagnosisException(
              e.reason(),
              RootLocale.format(
                  "%s The next attempt would be in %s s, and %s s are left of ai.timeout.",
                  Failure.words(e), seconds(wait), seconds(deadline.left())),
              e);
        }
        note.accept(RootLocale.format("%s Asking again in %s s.", Failure.words(e), seconds(wait)));
        pause(wait);
      }
    }
  }

  private static boolean isWorthWaiting(DiagnosisException e) {
    return e.reason() == Reason.RATE_LIMITED || e.reason() == Reason.SERVER_ERROR;
  }

  private Duration wait(DiagnosisException failure, int attempt) {
    double factor = 1 + JITTER * ThreadLocalRandom.current().nextDouble();
    Duration own =
        Duration.ofMillis((long) (firstWait.toMillis() * (1L << (attempt - 1)) * factor));
    return failure.getCause() instanceof HttpFailure http ? http.retryAfter().orElse(own) : own;
  }

  private void pause(Duration wait) {
    try {
      if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DiagnosisException(Reason.INTERRUPTED, "The diagnoser was closed.", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DiagnosisException(Reason.INTERRUPTED, "The question was called off.", e);
    }
  }

  private static String seconds(Duration duration) {
    return RootLocale.format("%.1f", duration.toMillis() / 1000.0);
  }
}
