package io.chaoschapters.runtime.guard;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.process.Guarded;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This JVM's side of a guard, a small process that outlives it.
 *
 * <p>Commands go into a pipe, so no caller waits for the guard to start; only {@link #arm} and
 * {@link #endAfter} wait for its answer. A guard that ends too early is replaced, and the new one
 * receives all commands that still hold.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GuardLink<T extends Guarded> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GuardLink.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Pattern ANSWER = Pattern.compile("(ok|thawed|undid|ended) (\\S{1,999})");
  private static final int MOST_GUARDS = 5;

  /** Starts a guard process. */
  public interface Starter {
    Process start() throws IOException;
  }

  private final Starter starter;
  private final Map<String, T> tracked = new HashMap<>();
  private final Map<String, Armed<T>> armed = new HashMap<>();
  private final Map<Long, Long> limits = new HashMap<>();
  private final Map<Long, CompletableFuture<Boolean>> unanswered = new ConcurrentHashMap<>();
  private long commands;
  private int guards;
  private boolean closed;
  private Process guard;
  private Writer toGuard;

  private record Armed<T>(T guarded, long deadlineNanos) {}

  public GuardLink(Starter starter) throws IOException {
    this.starter = starter;
    guard = starter.start();
    toGuard = guard.outputWriter(StandardCharsets.US_ASCII);
    attend(guard);
  }

  public synchronized void track(T guarded) {
    tracked.put(guarded.key(), guarded);
    send("track " + guarded.words());
  }

  public synchronized void untrack(String key) {
    if (tracked.remove(key) != null) {
      armed.remove(key);
      send("untrack " + key);
    }
  }

  /**
   * Returns when the guard has promised to thaw it after {@code limit}.
   *
   * @throws RuntimeFailureException when it does not
   */
  public void arm(T guarded, Duration limit) {
    CompletableFuture<Boolean> answer;
    synchronized (this) {
      armed.put(guarded.key(), new Armed<>(guarded, System.nanoTime() + limit.toNanos()));
      answer = send("arm " + guarded.words() + " " + limit.toMillis());
    }
    try {
      await(answer, "thaw " + guarded.key());
    } catch (RuntimeFailureException e) {
      disarm(guarded.key());
      throw e;
    }
  }

  /**
   * Returns when the guard has promised to end everything after {@code limit}.
   *
   * @throws RuntimeFailureException when it does not
   */
  public Watchdog.Watch endAfter(Duration limit) {
    CompletableFuture<Boolean> answer;
    long id;
    synchronized (this) {
      id = commands;
      limits.put(id, System.nanoTime() + limit.toNanos());
      answer = send("limit " + id + " " + limit.toMillis());
    }
    try {
      await(answer, "end everything");
      return () -> lift(id);
    } catch (RuntimeFailureException e) {
      lift(id);
      throw e;
    }
  }

  private synchronized void lift(long id) {
    if (limits.remove(id) != null) {
      send("lift " + id);
    }
  }

  private static void await(CompletableFuture<Boolean> answer, String promise) {
    try {
      answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The guard process did not promise to %s in time, so nothing was done; see guard.log.",
              promise),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException("Interrupted; nothing was done.", e);
    }
  }

  public synchronized void disarm(String key) {
    if (armed.remove(key) != null) {
      send("disarm " + key);
    }
  }

  /** The guard's own process. */
  public synchronized ProcessHandle guard() {
    return guard.toHandle();
  }

  /** Lets the guard clean up what it still tracks, and waits for its end. */
  @Override
  public void close() {
    Process last;
    synchronized (this) {
      closed = true;
      last = guard;
      send("bye");
    }
    try {
      closeInput(last);
      if (!last.waitFor(5, TimeUnit.SECONDS)) {
        last.destroyForcibly();
        LOG.warn("The guard process {} did not end and was killed.", last.pid());
      }
    } catch (InterruptedException e) {
      last.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void closeInput(Process ending) {
    try {
      ending.getOutputStream().close();
    } catch (IOException e) {
      LOG.debug("The guard had closed its input before.", e);
    }
  }

  private CompletableFuture<Boolean> send(String command) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    long number = ++commands;
    unanswered.put(number, answer);
    try {
      toGuard.write(number + " " + command + "\n");
      toGuard.flush();
    } catch (IOException e) {
      unanswered.remove(number);
      answer.completeExceptionally(e); // its replacement will be told
    }
    return answer;
  }

  private void attend(Process attended) {
    DaemonThreads.thread("guard-answers", () -> read(attended)).start();
  }

  private void read(Process attended) {
    try (BufferedReader answers =
        new BufferedReader(
            new InputStreamReader(attended.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      LOG.debug("The guard's answers ended.", e);
    }
    replace();
  }

  private void take(String line) {
    Matcher words = ANSWER.matcher(line);
    if (!words.matches()) {
      LOG.debug("The guard said: {}", line); // a JVM prints its own warnings here
      return;
    }
    String word = words.group(2);
    switch (words.group(1)) {
      case "thawed" -> LOG.warn("The guard thawed {}: its time limit was over.", word);
      case "undid" -> LOG.warn("The guard undid a fault whose time limit was over: {}.", word);
      case "ended" -> overdue();
      default -> answered(Long.parseLong(word));
    }
  }

  private void answered(long number) {
    CompletableFuture<Boolean> answer = unanswered.remove(number);
    if (answer != null) {
      answer.complete(true);
    }
  }

  private static void overdue() {
    LOG.error(
        "The guard ended the cluster: a fault was not undone within its time limit. Look in the journal for what hung.");
  }

  private synchronized void replace() {
    IOException gone = new IOException("the guard process is gone");
    unanswered.values().forEach(answer -> answer.completeExceptionally(gone));
    unanswered.clear();
    if (closed) {
      return;
    }
    if (++guards >= MOST_GUARDS) {
      LOG.error("The guard process ended {} times and is not started again.", guards);
      return;
    }
    LOG.warn("The guard process {} ended before its time; starting another.", guard.pid());
    try {
      guard = starter.start();
      toGuard = guard.outputWriter(StandardCharsets.US_ASCII);
      tracked.values().forEach(guarded -> send("track " + guarded.words()));
      armed.values().forEach(this::sendAgain);
      limits.forEach((id, deadline) -> send("limit " + id + " " + millisUntil(deadline)));
      attend(guard);
    } catch (IOException e) {
      LOG.error("No other guard process could be started.", e);
    }
  }

  private void sendAgain(Armed<T> undo) {
    send("arm " + undo.guarded().words() + " " + millisUntil(undo.deadlineNanos()));
  }

  private static long millisUntil(long deadlineNanos) {
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()));
  }
}
