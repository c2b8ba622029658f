package io.chaoschapters.diagnosis.llm.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One question that is under way, and what was seen of its answer beside the text. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Exchange {
  private static final String ERROR = "\"error\"";

  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private final Secrets secrets;
  private volatile @Nullable String refusal;
  private volatile @Nullable String error;
  private Runnable cancel = () -> {};
  private boolean cancelled;

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
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /** Closes the connection, whatever it is doing. */
  public void cancel() {
    Runnable action;
    synchronized (this) {
      cancelled = true;
      action = cancel;
    }
    action.run();
  }

  /** What closes it from now on; done at once when it was called off before. */
  void cancelBy(Runnable action) {
    boolean late;
    synchronized (this) {
      cancel = action;
      late = cancelled;
    }
    if (late) {
      action.run();
    }
  }

  void saw(String event) {
    if (event.contains(ERROR)) { // few do, and there is an event for every piece of an answer
      ServerError.in(event).ifPresent(failed -> error = secrets.maskedIn(failed.words()));
    }
    String found = Refusals.in(event);
    if (found != null) {
      refusal = refusal == null ? found : refusal + found;
    }
  }

  /** What must not be repeated of what the server says. */
  Secrets secrets() {
    return secrets;
  }

  void end() {
    ended.complete(null);
  }
}
