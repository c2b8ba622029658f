package io.chaoschapters.diagnosis.llm.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One open question, and what was received besides the text of the answer. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Exchange {
  private static final String ERROR = "\"error\"";
  private static final int OK = 200;

  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private final Secrets secrets;
  private volatile @Nullable String refusal;
  private volatile @Nullable HttpFailure error;
  private volatile @Nullable Duration retryAfter;
  private volatile boolean begun;
  private volatile boolean errorFirst;
  private volatile boolean whole;
  private volatile boolean thought;
  private Runnable cancel = () -> {};
  private boolean canceled;

  Exchange(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Completes when the connection is done, well or not. */
  public CompletableFuture<@Nullable Void> ended() {
    return ended.copy();
  }

  /** What the server said about not answering; empty when it said nothing of the kind. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** What the server said when it failed in the middle of its answer; empty when it did not. */
  public Optional<HttpFailure> error() {
    return Optional.ofNullable(error);
  }

  /** Whether it said so in place of an answer. */
  public boolean isErrorFirst() {
    return errorFirst;
  }

  /** Whether the server has said that its answer ends here. */
  public boolean isWhole() {
    return whole;
  }

  /** Whether the model thought before it answered, or instead. */
  public boolean hasThought() {
    return thought;
  }

  /** Closes the connection, whatever it is doing. */
  public void cancel() {
    Runnable action;
    synchronized (this) {
      canceled = true;
      action = cancel;
    }
    action.run();
  }

  /** What closes it from now on; done at once when it was called off before. */
  void cancelBy(Runnable action) {
    boolean late;
    synchronized (this) {
      cancel = action;
      late = canceled;
    }
    if (late) {
      action.run();
    }
  }

  /** Its answer begins. */
  void opened(HttpHeaders headers) {
    retryAfter = RetryAfter.of(headers, Instant.now());
  }

  void saw(String event) {
    whole |= LastWord.isIn(event);
    thought |= Thoughts.areIn(event);
    if (event.contains(ERROR)) { // few do, and there is an event for every piece of an answer
      ServerError.in(event)
          .ifPresent(
              failed -> {
                errorFirst = !begun;
                error = new HttpFailure(OK, secrets.maskedIn(failed.words()), retryAfter);
              });
    }
    begun = true;
    String found = Refusals.in(event);
    if (found != null) {
      refusal = refusal == null ? found : refusal + found;
    }
  }

  /** Secrets that must not appear in messages. */
  Secrets secrets() {
    return secrets;
  }

  void end() {
    ended.complete(null);
  }
}
