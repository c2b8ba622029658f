package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.RuntimeFailureException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This JVM's side of the {@link Guard}.
 *
 * <p>Commands go into a pipe, so nobody waits for the guard to start; only {@link #arm} waits for
 * its answer. A guard that ends before its time is replaced, and the new one is told everything.
 */
final class GuardLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GuardLink.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Pattern ANSWER = Pattern.compile("(ok|thawed) (\\d{1,18})");
  private static final int MOST_GUARDS = 5;

  /** Starts a guard process. */
  interface Starter {
    Process start() throws IOException;
  }

  private final Starter starter;
  private final Map<Long, ProcessIdentity> tracked = new HashMap<>();
  private final Map<Long, Armed> armed = new HashMap<>();
  private final Map<Long, CompletableFuture<Boolean>> unanswered = new ConcurrentHashMap<>();
  private long commands;
  private int guards;
  private boolean closed;
  private Process guard;
  private Writer toGuard;

  private record Armed(ProcessIdentity process, long deadlineNanos) {}

  GuardLink(Starter starter) throws IOException {
    this.starter = starter;
    guard = starter.start();
    toGuard = guard.outputWriter(StandardCharsets.US_ASCII);
    attend(guard);
  }

  synchronized void track(ProcessIdentity process) {
    tracked.put(process.pid(), process);
    send("track " + words(process));
  }

  synchronized void untrack(long pid) {
    if (tracked.remove(pid) != null) {
      armed.remove(pid);
      send("untrack " + pid);
    }
  }

  /**
   * Returns when the guard has promised to thaw the process after {@code limit}.
   *
   * @throws RuntimeFailureException when it does not
   */
  void arm(ProcessIdentity process, Duration limit) {
    CompletableFuture<Boolean> answer;
    synchronized (this) {
      armed.put(process.pid(), new Armed(process, System.nanoTime() + limit.toNanos()));
      answer = send("arm " + words(process) + " " + limit.toMillis());
    }
    try {
      answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      disarm(process.pid());
      throw new RuntimeFailureException(
          "The guard process did not promise to thaw process %d, so it was not frozen; see guard.log."
              .formatted(process.pid()),
          e);
    } catch (InterruptedException e) {
      disarm(process.pid());
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException("The freeze was interrupted; nothing was frozen.", e);
    }
  }

  synchronized void disarm(long pid) {
    if (armed.remove(pid) != null) {
      send("disarm " + pid);
    }
  }

  /** The guard's own process. */
  synchronized ProcessHandle guard() {
    return guard.toHandle();
  }

  /** Lets the guard clean up what it still tracks, and waits for its end. */
  @Override
  public void close() {
    Process last;
    synchronized (this) {
      closed = true;
      last = guard;
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
    Thread reader = new Thread(() -> read(attended), "guard-answers");
    reader.setDaemon(true);
    reader.start();
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
    long number = Long.parseLong(words.group(2));
    if (words.group(1).equals("ok")) {
      CompletableFuture<Boolean> answer = unanswered.remove(number);
      if (answer != null) {
        answer.complete(true);
      }
    } else {
      LOG.warn("The guard thawed process {}: its time limit was over.", number);
    }
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
      tracked.values().forEach(process -> send("track " + words(process)));
      armed.values().forEach(this::sendAgain);
      attend(guard);
    } catch (IOException e) {
      LOG.error("No other guard process could be started.", e);
    }
  }

  private void sendAgain(Armed undo) {
    long millis =
        Math.max(0, TimeUnit.NANOSECONDS.toMillis(undo.deadlineNanos() - System.nanoTime()));
    send("arm " + words(undo.process()) + " " + millis);
  }

  private static String words(ProcessIdentity process) {
    return process.pid() + " " + process.started();
  }
}
