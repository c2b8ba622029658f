package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A machine with other work to do may make one answer late, and that is no reason to give up. */
final class LateAnswer {
  private LateAnswer() {}

  /**
   * Asks until there is an answer.
   *
   * @param what it is about, for messages
   * @param question asked anew when it fails, so it must change nothing
   * @throws io.chaoschapters.waiting.WaitTimeoutException when there is none in time
   */
  static <T> T await(String what, Duration within, Supplier<CompletableFuture<T>> question) {
    AtomicReference<T> answer = new AtomicReference<>();
    Wait.atMost(what, within)
        .until(
            () -> {
              try {
                answer.set(question.get().join());
                return Progress.reached();
              } catch (CompletionException e) {
                return Progress.notYet(words(e.getCause()));
              }
            });
    return answer.get();
  }

  /** What a look finds; when the placement driver did not answer it, that is no end yet. */
  static Progress orNotYet(Supplier<Progress> look) {
    try {
      return look.get();
    } catch (CompletionException e) {
      if (e.getCause() instanceof PdException trouble) {
        return Progress.notYet(words(trouble));
      }
      throw e;
    }
  }

  /** Why there was no answer, in a few words. */
  static String words(Throwable failure) {
    return failure instanceof TimeoutException ? "no answer in time" : Failure.words(failure);
  }
}
