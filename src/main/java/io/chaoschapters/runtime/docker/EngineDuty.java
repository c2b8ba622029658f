package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.support.TimeLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the {@link EngineGuard} has to do, and does when its time has come. */
final class EngineDuty {
  private static final long LOOK_AGAIN_MILLIS = 500;

  /** The engine names the thing itself "Id"; what it refers to has other names. */
  private static final Pattern ID = Pattern.compile("\"Id\":\"([0-9a-f]{64})\"");

  private final EngineSocket engine;
  private final String mark;
  private final PrintStream out;
  private final Map<String, ScheduledFuture<?>> armed = new HashMap<>();
  private final TimeLimits limits = new TimeLimits(this::limitIsOver);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "deadlines");
            thread.setDaemon(true);
            return thread;
          });

  EngineDuty(EngineSocket engine, String mark, PrintStream out) {
    this.engine = engine;
    this.mark = mark;
    this.out = out;
  }

  synchronized void arm(UndoRequest request, long millis) {
    disarm(request.key());
    armed.put(
        request.key(),
        clock.scheduleWithFixedDelay(
            () -> timeIsOver(request), millis, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
  }

  synchronized void disarm(String key) {
    ScheduledFuture<?> deadline = armed.remove(key);
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  /** Comes again until disarmed: what is to be undone may be slower than its own time limit. */
  private synchronized void timeIsOver(UndoRequest request) {
    if (!armed.containsKey(request.key())) {
      return;
    }
    try {
      if (request.send(engine).isGood()) {
        out.println("undid " + request.path());
      }
    } catch (IOException e) {
      System.err.println(request.path() + " was not answered: " + e);
    }
  }

  void limit(long id, long millis) {
    limits.limit(id, millis);
  }

  void lift(long id) {
    limits.lift(id);
  }

  /** The JVM is there, but has not undone a fault in its time. */
  private void limitIsOver() {
    out.println("ended everything");
    try {
      removeContainers();
    } catch (IOException e) {
      System.err.println("Not everything could be ended: " + e);
    }
  }

  /**
   * Removes what bears the mark; a container that is made at this very moment is found the second
   * time.
   */
  void cleanUp() throws IOException {
    clock.shutdownNow();
    limits.end();
    removeContainers();
    removeContainers();
    for (String network : marked("/networks?")) {
      report(engine.ask("DELETE", "/networks/" + network), network);
    }
  }

  private void removeContainers() throws IOException {
    for (String container : marked("/containers/json?all=1&")) {
      report(engine.ask("DELETE", "/containers/" + container + "?force=1&v=1"), container);
    }
  }

  private List<String> marked(String path) throws IOException {
    String filter = "{\"label\":[\"" + RunLabels.MARK + "=" + mark + "\"]}";
    PlainRequest.Answer answer =
        engine.ask("GET", path + "filters=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    List<String> ids = new ArrayList<>();
    Matcher matcher = ID.matcher(answer.body());
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  private static void report(PlainRequest.Answer answer, String what) {
    if (!answer.isGood()) {
      System.err.println(what + " could not be removed: " + answer);
    }
  }
}
